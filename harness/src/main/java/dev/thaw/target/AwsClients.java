package dev.thaw.target;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients for a target, each made when it is first asked for, without retries: a retried
 * throttle is a hidden throttle. Closing closes them all. Thread-safe.
 */
public final class AwsClients implements AutoCloseable {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  private final Access access;
  private final SdkHttpClient http;
  private final Map<Class<?>, SdkClient> made = new HashMap<>();

  public AwsClients(Access access) {
    this(access, UrlConnectionHttpClient.builder().socketTimeout(CALL_TIMEOUT).build());
  }

  /** Clients whose requests go by that HTTP client, which is closed with them. */
  public AwsClients(Access access, SdkHttpClient http) {
    this.access = access;
    this.http = http;
  }

  /** The client of that kind, with the target's endpoint, region and credentials. */
  private synchronized <
          C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>>
      C client(Class<C> kind, Supplier<B> builder) {
    return kind.cast(
        made.computeIfAbsent(
            kind, missing -> configured(builder.get().httpClient(http), access).build()));
  }

  private static <B extends AwsClientBuilder<B, C>, C> B configured(B builder, Access access) {
    return builder
        .endpointOverride(access.endpoint())
        .region(Region.of(access.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(access.accessKeyId(), access.secretAccessKey())))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .apiCallTimeout(CALL_TIMEOUT)
                .build());
  }

  public LambdaClient lambda() {
    return client(LambdaClient.class, LambdaClient::builder);
  }

  public CloudWatchLogsClient logs() {
    return client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
  }

  /** Path-style: an endpoint on this machine has no name for each bucket. */
  public S3Client s3() {
    return client(S3Client.class, () -> S3Client.builder().forcePathStyle(true));
  }

  public SqsClient sqs() {
    return client(SqsClient.class, SqsClient::builder);
  }

  public KinesisClient kinesis() {
    return client(KinesisClient.class, KinesisClient::builder);
  }

  public DynamoDbClient dynamoDb() {
    return client(DynamoDbClient.class, DynamoDbClient::builder);
  }

  public ApiGatewayClient restApis() {
    return client(ApiGatewayClient.class, ApiGatewayClient::builder);
  }

  public ApiGatewayV2Client httpApis() {
    return client(ApiGatewayV2Client.class, ApiGatewayV2Client::builder);
  }

  public CloudWatchClient cloudWatch() {
    return client(CloudWatchClient.class, CloudWatchClient::builder);
  }

  public StsClient sts() {
    return client(StsClient.class, StsClient::builder);
  }

  /** What to say when a target does not answer at all. */
  public static TargetException unreachable(Access access, SdkClientException e) {
    return new TargetException(
        "%s does not answer (%s); is it running, and is the URL right?"
            .formatted(access.endpoint(), e.getMessage()),
        e);
  }

  @Override
  public synchronized void close() {
    made.values().forEach(SdkClient::close);
    http.close();
  }
}

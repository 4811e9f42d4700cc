package dev.thaw.target;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The SDK's clients for a target, without retries: a retried throttle is a hidden throttle. Closing
 * closes them all.
 */
final class AwsClients implements AutoCloseable {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().socketTimeout(CALL_TIMEOUT).build();
  private final LambdaClient lambda;
  private final S3Client s3;
  private final KinesisClient kinesis;
  private final DynamoDbClient dynamo;
  private final CloudWatchLogsClient logs;

  AwsClients(Access access) {
    lambda = configured(LambdaClient.builder().httpClient(http), access).build();
    logs = configured(CloudWatchLogsClient.builder().httpClient(http), access).build();
    // A bucket's name as a host is nothing that a local endpoint's name service knows.
    s3 = configured(S3Client.builder().httpClient(http).forcePathStyle(true), access).build();
    kinesis = configured(KinesisClient.builder().httpClient(http), access).build();
    dynamo = configured(DynamoDbClient.builder().httpClient(http), access).build();
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

  LambdaClient lambda() {
    return lambda;
  }

  CloudWatchLogsClient logs() {
    return logs;
  }

  S3Client s3() {
    return s3;
  }

  KinesisClient kinesis() {
    return kinesis;
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  /** What to say when a target does not answer at all. */
  static TargetException unreachable(Access access, SdkClientException e) {
    return new TargetException(
        "%s does not answer (%s); is it running, and is the URL right?"
            .formatted(access.endpoint(), e.getMessage()),
        e);
  }

  @Override
  public void close() {
    lambda.close();
    logs.close();
    s3.close();
    kinesis.close();
    dynamo.close();
    http.close();
  }
}

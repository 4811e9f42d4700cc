package dev.thaw.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** An engine with echoing functions, and the AWS SDK's own clients for it. */
public final class EngineUnderTest implements AutoCloseable {
  public static final String ACCOUNT = "111111111111";
  public static final String ROLE = "arn:aws:iam::111111111111:role/test";

  private final Engine engine;
  private final EchoEnvironments environments;

  private EngineUnderTest(Engine engine, EchoEnvironments environments) {
    this.engine = engine;
    this.environments = environments;
  }

  public static EngineUnderTest start(Path folder) {
    return start(folder, PlatformSettings.DEFAULT);
  }

  public static EngineUnderTest start(Path folder, PlatformSettings platform) {
    var made = new ArrayList<EchoEnvironments>();
    var engine =
        Engine.start(
            EngineSettings.defaults().withWorkFolder(folder).withPlatform(platform),
            (work, logs, time) -> {
              var environments = new EchoEnvironments(logs);
              made.add(environments);
              return environments.environments();
            });
    return new EngineUnderTest(engine, made.get(0));
  }

  /** One whose functions run as processes, or simulated, and not in {@link #environments}. */
  public static EngineUnderTest withProcesses(Path folder, PlatformSettings platform) {
    var settings = EngineSettings.defaults().withWorkFolder(folder).withPlatform(platform);
    return new EngineUnderTest(
        Engine.start(settings), new EchoEnvironments((group, stream, at, message) -> {}));
  }

  public Engine engine() {
    return engine;
  }

  public EchoEnvironments environments() {
    return environments;
  }

  public LambdaClient lambda() {
    return lambda(ACCOUNT);
  }

  public LambdaClient lambda(String account) {
    return configured(LambdaClient.builder(), account).build();
  }

  /** Virtual-hosted addressing cannot be tested by name resolution here; see AddressingTest. */
  public S3Client s3(String account, Region region) {
    return configured(S3Client.builder(), account).forcePathStyle(true).region(region).build();
  }

  public S3Client s3() {
    return s3(ACCOUNT, Region.EU_WEST_1);
  }

  public CloudWatchLogsClient logs() {
    return configured(CloudWatchLogsClient.builder(), ACCOUNT).build();
  }

  public CloudWatchClient cloudWatch() {
    return configured(CloudWatchClient.builder(), ACCOUNT).build();
  }

  public KinesisClient kinesis() {
    return configured(KinesisClient.builder(), ACCOUNT).build();
  }

  public SqsClient sqs() {
    return configured(SqsClient.builder(), ACCOUNT).build();
  }

  public ApplicationAutoScalingClient autoScaling() {
    return configured(ApplicationAutoScalingClient.builder(), ACCOUNT).build();
  }

  public StsClient sts(String accessKey) {
    return configured(StsClient.builder(), accessKey).build();
  }

  public DynamoDbClient dynamoDb() {
    return configured(DynamoDbClient.builder(), ACCOUNT).build();
  }

  public DynamoDbStreamsClient dynamoDbStreams() {
    return configured(DynamoDbStreamsClient.builder(), ACCOUNT).build();
  }

  private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, String accessKey) {
    return builder
        .endpointOverride(engine.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
        .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  /** A zip with one file of that content. */
  public static SdkBytes zip(String content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry("bootstrap");
      // Else two zips of the same content differ by the clock.
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SdkBytes.fromByteArray(bytes.toByteArray());
  }

  @Override
  public void close() {
    engine.close();
  }
}

package dev.thaw.engine.trigger.bucket;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.lambda.TestFunctions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A bucket, a queue that may hear of it, and a function that it may invoke. */
abstract class BucketCase {
  static final String FUNCTION = "arn:aws:lambda:eu-west-1:111111111111:function:f";
  static final String QUEUE = "arn:aws:sqs:eu-west-1:111111111111:q";

  @TempDir private Path folder;
  EngineUnderTest engine;
  LambdaClient lambda;
  SqsClient sqs;
  S3Client s3;
  String url;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder);
    lambda = engine.lambda();
    sqs = engine.sqs();
    s3 = engine.s3();
    s3.createBucket(create -> create.bucket("bucket"));
    url = sqs.createQueue(create -> create.queueName("q")).queueUrl();
    TestFunctions.createActive(lambda, "f");
    lambda.addPermission(
        add ->
            add.functionName("f")
                .statementId("s3")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com")
                .sourceArn("arn:aws:s3:::bucket"));
  }

  @AfterEach
  void stop() {
    s3.close();
    sqs.close();
    lambda.close();
    engine.close();
  }

  static QueueConfiguration toQueue(String... events) {
    return QueueConfiguration.builder().queueArn(QUEUE).eventsWithStrings(events).build();
  }

  static LambdaFunctionConfiguration toFunction(String event, String prefix, String suffix) {
    return LambdaFunctionConfiguration.builder()
        .lambdaFunctionArn(FUNCTION)
        .eventsWithStrings(event)
        .filter(
            filter ->
                filter.key(
                    key ->
                        key.filterRules(
                            FilterRule.builder().name("prefix").value(prefix).build(),
                            FilterRule.builder().name("SUFFIX").value(suffix).build())))
        .build();
  }

  void configure(QueueConfiguration... queues) {
    s3.putBucketNotificationConfiguration(
        put ->
            put.bucket("bucket").notificationConfiguration(it -> it.queueConfigurations(queues)));
  }

  void configure(LambdaFunctionConfiguration... functions) {
    s3.putBucketNotificationConfiguration(
        put ->
            put.bucket("bucket")
                .notificationConfiguration(it -> it.lambdaFunctionConfigurations(functions)));
  }

  void put(String key) {
    s3.putObject(put -> put.bucket("bucket").key(key), RequestBody.fromString("hello"));
  }
}

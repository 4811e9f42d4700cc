package dev.thaw.engine.trigger.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/**
 * Which configurations S3 takes; recorded 2025-01-21, localstack test_s3_notifications_lambda and
 * _sqs.
 */
final class NotificationRulesIT extends BucketCase {

  private final HttpClient http = HttpClient.newHttpClient();

  private static void assertArgument(Throwable failure, String message) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidArgument");
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }

  @Test
  void rulesThatOverlapAreRefused() {
    assertThatThrownBy(
            () -> configure(toQueue("s3:ObjectCreated:*"), toQueue("s3:ObjectCreated:Put")))
        .satisfies(
            e ->
                assertArgument(
                    e,
                    "Configurations overlap. Configurations on the same bucket cannot share a"
                        + " common event type."));
    assertThatThrownBy(
            () ->
                configure(
                    toFunction("s3:ObjectCreated:*", "in/", ".txt"),
                    toFunction("s3:ObjectCreated:Put", "in/deep/", "txt")))
        .satisfies(
            e ->
                assertArgument(
                    e,
                    "Configuration is ambiguously defined. Cannot have overlapping suffixes in two"
                        + " rules if the prefixes are overlapping for the same event type."));
    configure(
        toFunction("s3:ObjectCreated:*", "in/", ".txt"),
        toFunction("s3:ObjectCreated:*", "out/", ".txt"),
        toFunction("s3:ObjectCreated:*", "in/", ".jpg"),
        toFunction("s3:ObjectRemoved:*", "in/", ".txt"));
  }

  /** The answer to a configuration of that XML, which the SDK would not show. */
  private String refusal(String configuration) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(engine.engine().endpoint() + "/bucket?notification"))
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "<NotificationConfiguration>" + configuration + "</NotificationConfiguration>"))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>InvalidArgument</Code>");
    return answer.body();
  }

  private static String function(String arn) {
    return "<CloudFunctionConfiguration><CloudFunction>%s</CloudFunction>".formatted(arn)
        + "<Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration>";
  }

  private static String queue(String arn, String rest) {
    return "<QueueConfiguration><Queue>%s</Queue>%s</QueueConfiguration>".formatted(arn, rest);
  }

  @Test
  void destinationsAreValidated() throws Exception {
    assertThat(refusal(function("nonsense")))
        .contains("<Message>The ARN could not be parsed</Message>")
        .contains("<ArgumentName>CloudFunction</ArgumentName>")
        .contains("<ArgumentValue>nonsense</ArgumentValue>");
    assertThat(refusal(function(FUNCTION + "none")))
        .contains("<Message>Unable to validate the following destination configurations</Message>")
        .contains("<ArgumentName1>" + FUNCTION + "none, null</ArgumentName1>")
        .contains(
            "<ArgumentValue1>Not authorized to invoke function ["
                + FUNCTION
                + "none]</ArgumentValue1>");
    assertThat(refusal(queue(QUEUE + "none", "<Event>s3:ObjectCreated:*</Event>")))
        .contains("<ArgumentName1>" + QUEUE + "none</ArgumentName1>")
        .contains("<ArgumentValue1>The destination queue does not exist</ArgumentValue1>");
  }

  @Test
  void aFunctionMustLetTheBucketInvokeIt() {
    s3.createBucket(create -> create.bucket("other"));

    assertThatThrownBy(
            () ->
                s3.putBucketNotificationConfiguration(
                    put ->
                        put.bucket("other")
                            .notificationConfiguration(
                                it ->
                                    it.lambdaFunctionConfigurations(
                                        toFunction("s3:ObjectCreated:*", "", "")))))
        .satisfies(
            e -> assertArgument(e, "Unable to validate the following destination configurations"));
  }

  @Test
  void destinationsAreNotValidatedIfTheCallerSkipsThat() {
    s3.putBucketNotificationConfiguration(
        put ->
            put.bucket("bucket")
                .skipDestinationValidation(true)
                .notificationConfiguration(
                    it ->
                        it.queueConfigurations(
                            QueueConfiguration.builder()
                                .queueArn(QUEUE + "none")
                                .events(Event.S3_OBJECT_CREATED)
                                .build())));
    put("told to nobody");

    assertThat(
            s3.getBucketNotificationConfiguration(get -> get.bucket("bucket"))
                .queueConfigurations())
        .extracting(QueueConfiguration::queueArn)
        .containsExactly(QUEUE + "none");
  }

  @Test
  void eventsAndFiltersAreChecked() throws Exception {
    assertThat(refusal(queue(QUEUE, "<Event>s3:ObjectPainted</Event>")))
        .contains("<Message>The event is not supported for notifications</Message>")
        .contains("<ArgumentName>Event</ArgumentName>")
        .contains("<ArgumentValue>s3:ObjectPainted</ArgumentValue>");
    assertThat(
            refusal(
                queue(
                    QUEUE,
                    "<Event>s3:ObjectCreated:*</Event><Filter><S3Key><FilterRule><Name>infix</Name>"
                        + "<Value>x</Value></FilterRule></S3Key></Filter>")))
        .contains("<Message>filter rule name must be either prefix or suffix</Message>")
        .contains("<ArgumentName>FilterRule.Name</ArgumentName>")
        .contains("<ArgumentValue>infix</ArgumentValue>");
  }

  @Test
  void targetsThatThisEngineLacksAreNamed() {
    assertThatThrownBy(
            () ->
                s3.putBucketNotificationConfiguration(
                    put ->
                        put.bucket("bucket")
                            .notificationConfiguration(
                                it -> it.eventBridgeConfiguration(any -> {}))))
        .hasMessageContaining("A bucket's notification of EventBridge is not implemented");
    assertThatThrownBy(
            () ->
                s3.putBucketNotificationConfiguration(
                    put ->
                        put.bucket("bucket")
                            .notificationConfiguration(
                                it ->
                                    it.topicConfigurations(
                                        TopicConfiguration.builder()
                                            .topicArn("arn:aws:sns:eu-west-1:111111111111:t")
                                            .events(Event.S3_OBJECT_CREATED)
                                            .build()))))
        .hasMessageContaining("A bucket's notification of an SNS topic is not implemented");
  }
}

package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;

/** S3 and S4: the notification configuration of a bucket, and its filters. */
final class S3ConfigurationChecks {
  private static final String FILTER = recorded("test_notifications_with_filter", "2025-01-21");
  private static final String CASE = recorded("test_filter_rules_case_insensitive", "2025-01-21");
  private static final String INVALID = recorded("test_invalid_lambda_arn", "2025-01-21");
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private S3ConfigurationChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "S3.1",
              "names of filter rules, as they are read",
              CASE,
              "[Prefix in/, Suffix .txt]",
              S3ConfigurationChecks::ruleNames),
          Check.judged(
              "S3.2",
              "the id of a configuration that was put without one",
              FILTER,
              "not empty",
              S3ConfigurationChecks::generatedId),
          Check.exact(
              "S3.3",
              "GetBucketNotificationConfiguration with none",
              FILTER,
              "200 {}",
              stage -> {
                var bucket = Storage.create(stage);
                return stage.shown(
                    bucket
                        .s3()
                        .getBucketNotificationConfiguration(get -> get.bucket(bucket.name())));
              }),
          Check.exact(
              "S3.4",
              "an ARN that is none",
              INVALID,
              "400 InvalidArgument The ARN could not be parsed",
              stage -> putting(stage, "invalid-queue", put -> {})),
          Check.exact(
              "S3.5",
              "an ARN that is none, without validation",
              INVALID,
              "400 InvalidArgument The ARN could not be parsed",
              stage -> putting(stage, "invalid-queue", put -> put.skipDestinationValidation(true))),
          Check.exact(
              "S3.6",
              "an unknown function",
              INVALID,
              "400 InvalidArgument Unable to validate the following destination configurations",
              stage -> putting(stage, unknown(stage), put -> {})),
          Check.exact(
              "S3.7",
              "an unknown function, without validation",
              INVALID,
              """
            200 {"LambdaFunctionConfigurations":[{"Events":["s3:ObjectCreated:*"],"Id":"chosen",\
            "LambdaFunctionArn":"arn:aws:lambda:<region>:<account>:function:my-lambda"}]}""",
              S3ConfigurationChecks::withoutValidation),
          Check.exact(
              "S3.8",
              "a function that the bucket may not invoke",
              INVALID,
              "400 InvalidArgument Unable to validate the following destination configurations",
              stage -> putting(stage, stage.function(Script.LOG).arn(), put -> {})),
          Check.exact(
              "S4.1",
              "keys of which a function hears with a prefix and a suffix",
              FILTER,
              "[in/file.txt]",
              S3ConfigurationChecks::heardOf));

  static List<Check> all() {
    return ALL;
  }

  private static String unknown(Stage stage) {
    var identity = stage.identity();
    return "arn:aws:lambda:%s:%s:function:my-lambda"
        .formatted(identity.region(), identity.account());
  }

  private static LambdaFunctionConfiguration.Builder configuration(String function) {
    return LambdaFunctionConfiguration.builder()
        .id("chosen")
        .lambdaFunctionArn(function)
        .events(Event.S3_OBJECT_CREATED);
  }

  private static LambdaFunctionConfiguration.Builder filtered(Subject function) {
    return configuration(function.arn())
        .filter(
            filter ->
                filter.key(
                    key ->
                        key.filterRules(
                            FilterRule.builder().name(FilterRuleName.PREFIX).value("in/").build(),
                            FilterRule.builder()
                                .name(FilterRuleName.SUFFIX)
                                .value(".txt")
                                .build())));
  }

  private static void put(
      Storage bucket,
      LambdaFunctionConfiguration configuration,
      Consumer<PutBucketNotificationConfigurationRequest.Builder> more) {
    bucket
        .s3()
        .putBucketNotificationConfiguration(
            put -> {
              put.bucket(bucket.name())
                  .notificationConfiguration(
                      all -> all.lambdaFunctionConfigurations(configuration));
              more.accept(put);
            });
  }

  private static LambdaFunctionConfiguration read(Storage bucket) {
    var all =
        bucket
            .s3()
            .getBucketNotificationConfiguration(get -> get.bucket(bucket.name()))
            .lambdaFunctionConfigurations();
    if (all.size() != 1) {
      throw new NotSeenException("one configuration: " + all);
    }
    return all.get(0);
  }

  private static String ruleNames(Stage stage) {
    var bucket = Storage.create(stage);
    var function = stage.function(Script.LOG);
    Notifications.allow(function, bucket);
    put(bucket, filtered(function).build(), put -> {});
    return read(bucket).filter().key().filterRules().stream()
        .map(rule -> rule.nameAsString() + " " + rule.value())
        .sorted()
        .toList()
        .toString();
  }

  private static Seen generatedId(Stage stage) {
    var bucket = Storage.create(stage);
    var function = stage.function(Script.LOG);
    Notifications.allow(function, bucket);
    put(bucket, configuration(function.arn()).id(null).build(), put -> {});
    var id = String.valueOf(read(bucket).id());
    return new Seen(id, !id.isEmpty() && !id.equals("null"));
  }

  private static String putting(
      Stage stage, String arn, Consumer<PutBucketNotificationConfigurationRequest.Builder> more) {
    var bucket = Storage.create(stage);
    return stage.refusal(
        () ->
            bucket
                .s3()
                .putBucketNotificationConfiguration(
                    put -> {
                      put.bucket(bucket.name())
                          .notificationConfiguration(
                              all -> all.lambdaFunctionConfigurations(configuration(arn).build()));
                      more.accept(put);
                    }));
  }

  private static String withoutValidation(Stage stage) {
    var bucket = Storage.create(stage);
    put(bucket, configuration(unknown(stage)).build(), put -> put.skipDestinationValidation(true));
    return stage.shown(
        bucket.s3().getBucketNotificationConfiguration(get -> get.bucket(bucket.name())));
  }

  private static String heardOf(Stage stage) {
    var bucket = Storage.create(stage);
    var function = stage.function(Script.LOG);
    Notifications.allow(function, bucket);
    put(bucket, filtered(function).build(), put -> {});
    bucket.put("out/file.txt", "hello");
    bucket.put("in/file.csv", "hello");
    bucket.put("in/file.txt", "hello");
    function.awaitEvents(LIMIT, 1);
    stage.pause(Duration.ofSeconds(20));
    return KinesisDeliveryChecks.events(function).stream()
        .map(event -> event.at("/Records/0/s3/object/key").asText())
        .toList()
        .toString();
  }
}

package dev.thaw.engine.trigger.bucket;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.s3.S3Error;
import dev.thaw.engine.trigger.bucket.Rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3KeyFilter;

/**
 * Between S3's shapes and rules. Of the texts, those about filters are recorded (2026-02-21,
 * localstack test_bucket_notification_with_invalid_filter_rules); those about overlaps were seen in
 * public logs (minio/minio#2472 of 2016-08-18, aws-solutions/aws-waf-security-automations#49 of
 * 2018-03-15).
 */
final class Rules {
  private static final Set<String> SUPPORTED =
      Event.knownValues().stream().map(Event::toString).collect(Collectors.toUnmodifiableSet());

  private Rules() {}

  static List<Rule> read(NotificationConfiguration configuration, Supplier<String> ids) {
    if (configuration.hasTopicConfigurations()) {
      throw CommonError.notImplemented("A bucket's notification of an SNS topic");
    }
    if (configuration.eventBridgeConfiguration() != null) {
      throw CommonError.notImplemented("A bucket's notification of EventBridge");
    }
    var rules = new ArrayList<Rule>();
    for (var each : configuration.lambdaFunctionConfigurations()) {
      rules.add(
          rule(
              id(each.id(), ids),
              Target.FUNCTION,
              each.lambdaFunctionArn(),
              each.eventsAsStrings(),
              each.filter()));
    }
    for (var each : configuration.queueConfigurations()) {
      rules.add(
          rule(
              id(each.id(), ids),
              Target.QUEUE,
              each.queueArn(),
              each.eventsAsStrings(),
              each.filter()));
    }
    refuseOverlaps(rules);
    return rules;
  }

  private static String id(@Nullable String given, Supplier<String> ids) {
    return given == null || given.isEmpty() ? ids.get() : given;
  }

  private static Rule rule(
      String id,
      Target target,
      @Nullable String arn,
      List<String> events,
      @Nullable NotificationConfigurationFilter filter) {
    if (arn == null || events.isEmpty()) {
      throw S3Error.MALFORMED_XML.exception(S3Error.MALFORMED_XML.message());
    }
    for (var event : events) {
      if (!SUPPORTED.contains(event)) {
        throw argument("The event is not supported for notifications", "Event", event);
      }
    }
    var rules =
        Optional.ofNullable(filter)
            .map(NotificationConfigurationFilter::key)
            .map(S3KeyFilter::filterRules)
            .orElse(List.of());
    return new Rule(id, target, arn, events, value(rules, "prefix"), value(rules, "suffix"));
  }

  private static String value(List<FilterRule> rules, String name) {
    var values = new ArrayList<String>();
    for (var rule : rules) {
      var given = String.valueOf(rule.nameAsString());
      var lower = given.toLowerCase(Locale.ROOT);
      if (!lower.equals("prefix") && !lower.equals("suffix")) {
        throw argument(
            "filter rule name must be either prefix or suffix", "FilterRule.Name", given);
      }
      if (lower.equals(name)) {
        values.add(rule.value() == null ? "" : rule.value());
      }
    }
    if (values.size() > 1) {
      throw S3Error.INVALID_ARGUMENT.exception(
          "Cannot specify more than one " + name + " rule in a filter.");
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  private static void refuseOverlaps(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (var other : rules.subList(i + 1, rules.size())) {
        if (rules.get(i).overlaps(other)) {
          throw S3Error.INVALID_ARGUMENT.exception(
              rules.get(i).hasFilter() && other.hasFilter()
                  ? "Configuration is ambiguously defined. Cannot have overlapping suffixes in two"
                      + " rules if the prefixes are overlapping for the same event type."
                  : "Configurations overlap. Configurations on the same bucket cannot share a"
                      + " common event type.");
        }
      }
    }
  }

  static AwsException argument(String message, String name, String value) {
    return S3Error.INVALID_ARGUMENT
        .exception(message)
        .with("ArgumentName", name)
        .with("ArgumentValue", value);
  }

  static List<LambdaFunctionConfiguration> functions(List<Rule> rules) {
    return rules.stream()
        .filter(rule -> rule.target() == Target.FUNCTION)
        .map(
            rule ->
                LambdaFunctionConfiguration.builder()
                    .id(rule.id())
                    .lambdaFunctionArn(rule.arn())
                    .eventsWithStrings(rule.events())
                    .filter(filter(rule))
                    .build())
        .toList();
  }

  static List<QueueConfiguration> queues(List<Rule> rules) {
    return rules.stream()
        .filter(rule -> rule.target() == Target.QUEUE)
        .map(
            rule ->
                QueueConfiguration.builder()
                    .id(rule.id())
                    .queueArn(rule.arn())
                    .eventsWithStrings(rule.events())
                    .filter(filter(rule))
                    .build())
        .toList();
  }

  /** With its names capitalised, however they came. */
  private static @Nullable NotificationConfigurationFilter filter(Rule rule) {
    var rules = new ArrayList<FilterRule>();
    if (!rule.prefix().isEmpty()) {
      rules.add(FilterRule.builder().name("Prefix").value(rule.prefix()).build());
    }
    if (!rule.suffix().isEmpty()) {
      rules.add(FilterRule.builder().name("Suffix").value(rule.suffix()).build());
    }
    return rules.isEmpty()
        ? null
        : NotificationConfigurationFilter.builder().key(key -> key.filterRules(rules)).build();
  }
}

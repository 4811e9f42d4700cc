package dev.thaw.engine.trigger.bucket;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.policy.Requester;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.s3.S3Error;
import dev.thaw.engine.sqs.OutgoingMessage;
import dev.thaw.engine.trigger.bucket.Rule.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html. */
record PutBucketNotificationConfiguration(NotificationOperations.Parts parts)
    implements Operation<
        PutBucketNotificationConfigurationRequest, PutBucketNotificationConfigurationResponse> {
  private static final Pattern FUNCTION =
      Pattern.compile("arn:aws[a-zA-Z-]*:lambda:[^:]+:\\d{12}:function:[^:]+(:[^:]+)?");

  private static final Pattern QUEUE = Pattern.compile("arn:aws[a-zA-Z-]*:sqs:[^:]+:\\d{12}:[^:]+");

  @Override
  public PutBucketNotificationConfigurationResponse handle(
      Call call, PutBucketNotificationConfigurationRequest request) {
    var bucket = request.bucket();
    parts.buckets().bucket(bucket);
    if (request.notificationConfiguration() == null) {
      throw S3Error.MALFORMED_XML.exception(S3Error.MALFORMED_XML.message());
    }
    var rules = Rules.read(request.notificationConfiguration(), parts.ids());
    rules.forEach(PutBucketNotificationConfiguration::parse);
    if (!Boolean.TRUE.equals(request.skipDestinationValidation())) {
      validate(call, bucket, rules);
    }
    parts.notifications().set(bucket, rules);
    return PutBucketNotificationConfigurationResponse.builder().build();
  }

  private static void parse(Rule rule) {
    var pattern = rule.target() == Target.FUNCTION ? FUNCTION : QUEUE;
    if (!pattern.matcher(rule.arn()).matches()) {
      throw Rules.argument("The ARN could not be parsed", rule.target().argument(), rule.arn());
    }
  }

  private void validate(Call call, String bucket, List<Rule> rules) {
    AwsException failure =
        S3Error.INVALID_ARGUMENT.exception(
            "Unable to validate the following destination configurations");
    int failed = 0;
    for (var rule : rules) {
      var problem = problem(bucket, rule);
      if (problem.isPresent()) {
        failed++;
        var name = rule.target() == Target.FUNCTION ? rule.arn() + ", null" : rule.arn();
        failure =
            failure
                .with("ArgumentName" + failed, name)
                .with("ArgumentValue" + failed, problem.orElseThrow());
      }
    }
    if (failed > 0) {
      throw failure;
    }
    test(call, bucket, rules);
  }

  private Optional<String> problem(String bucket, Rule rule) {
    if (rule.target() == Target.QUEUE) {
      return parts.notifications().queues().exists(rule.arn())
          ? Optional.empty()
          : Optional.of("The destination queue does not exist");
    }
    var function = FunctionReference.ofArn(rule.arn());
    var owner = parts.buckets().bucket(bucket).account();
    var s3 = Requester.service("s3.amazonaws.com", "arn:aws:s3:::" + bucket, owner);
    return parts.policies().isAllowed(function, s3)
        ? Optional.empty()
        : Optional.of("Not authorized to invoke function [" + rule.arn() + "]");
  }

  private void test(Call call, String bucket, List<Rule> rules) {
    for (var rule : rules) {
      if (rule.target() == Target.QUEUE) {
        var message = EventMessage.test(call, bucket, parts.clock().now());
        parts.notifications().queues().send(rule.arn(), new OutgoingMessage(message, Map.of()));
      }
    }
  }
}

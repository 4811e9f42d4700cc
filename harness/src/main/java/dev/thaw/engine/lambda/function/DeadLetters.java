package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.CommonError;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;

/**
 * Where a function's failed asynchronous events may go:
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeadLetterConfig.html.
 */
final class DeadLetters {
  private static final Pattern QUEUE =
      Pattern.compile("arn:aws[a-zA-Z-]*:sqs:[^:]+:\\d{12}:[a-zA-Z0-9_-]{1,80}");

  private DeadLetters() {}

  /** The config as it is kept; none where it names no target. */
  static @Nullable DeadLetterConfig checked(DeadLetterConfig config) {
    var target = config.targetArn();
    if (target == null || target.isEmpty()) {
      return null;
    }
    if (target.startsWith("arn:") && target.contains(":sns:")) {
      throw CommonError.notImplemented("DeadLetterConfig with an SNS topic");
    }
    if (!QUEUE.matcher(target).matches()) {
      throw LambdaError.invalid(
          "The dead-letter target " + target + " is not the ARN of a standard SQS queue.");
    }
    return config;
  }
}

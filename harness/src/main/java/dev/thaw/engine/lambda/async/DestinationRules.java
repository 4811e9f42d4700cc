package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.OnFailure;
import software.amazon.awssdk.services.lambda.model.OnSuccess;

/**
 * What a destination may be: a queue, another function, the default event bus or, for failures, a
 * bucket. Texts as recorded 2025-11-25, localstack test_lambda_eventinvokeconfig_exceptions.
 */
record DestinationRules(Functions functions, FunctionReference function) {

  /** The config with both of its members, as AWS always answers it. */
  static DestinationConfig complete(@Nullable DestinationConfig config) {
    return DestinationConfig.builder()
        .onSuccess(OnSuccess.builder().destination(onSuccess(config)).build())
        .onFailure(OnFailure.builder().destination(onFailure(config)).build())
        .build();
  }

  private static @Nullable String onSuccess(@Nullable DestinationConfig config) {
    return config == null || config.onSuccess() == null ? null : config.onSuccess().destination();
  }

  private static @Nullable String onFailure(@Nullable DestinationConfig config) {
    return config == null || config.onFailure() == null ? null : config.onFailure().destination();
  }

  void check(@Nullable DestinationConfig config) {
    var onSuccess = onSuccess(config);
    var onFailure = onFailure(config);
    if (!isPossible(onSuccess, false) || !isPossible(onFailure, true)) {
      throw LambdaError.invalid(
          "The provided destination config DestinationConfig(onSuccess=%s, onFailure=%s) is invalid."
              .formatted(text("OnSuccess", onSuccess), text("OnFailure", onFailure)));
    }
  }

  private static String text(String member, @Nullable String arn) {
    return Optional.ofNullable(arn).map(to -> member + "(destination=" + to + ")").orElse("null");
  }

  private boolean isPossible(@Nullable String arn, boolean isFailure) {
    if (arn == null || arn.isEmpty()) {
      return true;
    }
    return switch (arn.split(":", -1)[2]) {
      case "sqs" -> true;
      case "s3" -> isFailure;
      case "lambda" -> {
        checkFunction(arn);
        yield true;
      }
      case "sns" -> throw CommonError.notImplemented("An SNS topic as a destination");
      case "events" -> {
        checkBus(arn);
        yield true;
      }
      default -> false;
    };
  }

  /** Every account has the bus named default; others would have to be made. */
  private static void checkBus(String arn) {
    if (!arn.endsWith(":event-bus/default")) {
      throw CommonError.notImplemented("An event bus other than the default one as a destination");
    }
  }

  private void checkFunction(String arn) {
    var target = parse(arn);
    if (target.isEmpty() || !functions.exists(target.orElseThrow().name())) {
      throw LambdaError.invalid("The destination ARN " + arn + " is invalid.");
    }
    if (target.orElseThrow().name().equals(function.name())) {
      throw LambdaError.invalid("You can't specify the function as a destination for itself.");
    }
  }

  private static Optional<FunctionReference> parse(String arn) {
    try {
      return Optional.of(FunctionReference.ofArn(arn));
    } catch (AwsException e) {
      return Optional.empty();
    }
  }
}

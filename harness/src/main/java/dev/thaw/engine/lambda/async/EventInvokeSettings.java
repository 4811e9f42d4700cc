package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.LambdaError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;

/** What a request says of how events are treated; at least one thing. */
record EventInvokeSettings(
    @Nullable Integer maximumAge,
    @Nullable Integer maximumRetries,
    @Nullable DestinationConfig destinations) {

  /** Refuses what says nothing, what is for no function, and destinations that cannot be. */
  void check(Functions functions, FunctionReference function) {
    if (maximumAge == null && maximumRetries == null && destinations == null) {
      throw LambdaError.invalid(
          "You must specify at least one of error handling or destination setting.");
    }
    EventInvokeTarget.check(functions, function);
    new DestinationRules(functions, function).check(destinations);
  }

  /** The configuration with what is said replaced. */
  FunctionEventInvokeConfig.Builder over(FunctionEventInvokeConfig.Builder config) {
    if (maximumAge != null) {
      config.maximumEventAgeInSeconds(maximumAge);
    }
    if (maximumRetries != null) {
      config.maximumRetryAttempts(maximumRetries);
    }
    if (destinations != null) {
      config.destinationConfig(DestinationRules.complete(destinations));
    }
    return config;
  }
}

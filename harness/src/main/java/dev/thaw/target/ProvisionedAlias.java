package dev.thaw.target;

import dev.thaw.invocation.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

/**
 * A published version of a function behind an alias, with environments kept ready for it. It goes
 * with the function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">
 *     Provisioned concurrency</a>
 */
record ProvisionedAlias(LambdaClient lambda, Clock clock, Duration pollInterval, String function) {
  static final String NAME = "live";

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Waits until all are ready; how long that took. */
  Duration create(int environments) {
    var version = lambda.publishVersion(publish -> publish.functionName(function)).version();
    lambda.createAlias(alias -> alias.functionName(function).name(NAME).functionVersion(version));
    long startNs = clock.nanoTime();
    lambda.putProvisionedConcurrencyConfig(
        put ->
            put.functionName(function)
                .qualifier(NAME)
                .provisionedConcurrentExecutions(environments));
    while (!isReady()) {
      if (clock.nanoTime() - startNs > LONGEST.toNanos()
          || Thread.currentThread().isInterrupted()) {
        throw new TargetException(
            "the provisioned environments of %s are not ready after %d s"
                .formatted(function, LONGEST.toSeconds()));
      }
      clock.sleep(pollInterval);
    }
    return Duration.ofNanos(clock.nanoTime() - startNs);
  }

  private boolean isReady() {
    var now =
        lambda.getProvisionedConcurrencyConfig(get -> get.functionName(function).qualifier(NAME));
    if (now.status() == ProvisionedConcurrencyStatusEnum.FAILED) {
      throw new TargetException(
          "the provisioned environments of %s failed: %s".formatted(function, now.statusReason()));
    }
    return now.status() == ProvisionedConcurrencyStatusEnum.READY;
  }
}

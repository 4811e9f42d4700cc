package dev.thaw.engine.autoscaling;

import dev.thaw.engine.lambda.concurrency.ProvisionedCapacity;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.rules.provisioned.AutoScaling;
import java.util.OptionalInt;

/** The provisioned concurrency of one version or alias, as who scales it sees it; thread-safe. */
interface Scalable {
  /** How many environments are requested; 0 for none. */
  int requested();

  /**
   * Requests so many in all.
   *
   * @throws dev.thaw.engine.protocol.AwsException if that is refused
   */
  void request(int count);

  /** Whether what was requested last is still being prepared. */
  boolean isInProgress();

  /** A minute has passed: how many that scaling wants; empty when nothing is provisioned. */
  OptionalInt minute(AutoScaling scaling, long nowNs);

  /** Lambda's own. */
  static Scalable of(ProvisionedCapacity provisioned, FunctionReference function) {
    return new Scalable() {
      @Override
      public int requested() {
        return provisioned.requested(function);
      }

      @Override
      public void request(int count) {
        provisioned.request(function, count);
      }

      @Override
      public boolean isInProgress() {
        return provisioned.isInProgress(function);
      }

      @Override
      public OptionalInt minute(AutoScaling scaling, long nowNs) {
        return provisioned.minute(
            function.name(), String.valueOf(function.qualifier()), scaling, nowNs);
      }
    };
  }
}

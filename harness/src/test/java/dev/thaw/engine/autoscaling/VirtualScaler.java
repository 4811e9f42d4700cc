package dev.thaw.engine.autoscaling;

import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import dev.thaw.rules.provisioned.AutoScaling;
import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import dev.thaw.rules.provisioned.ScheduledAction;
import dev.thaw.rules.provisioned.TargetTracking;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Scales what is provisioned of a version that no API call has published. */
public final class VirtualScaler {
  private final ProvisionedConfigs configs;
  private final FunctionVersion version;
  private final PlatformTime time;
  private final Clock clock;

  /** Does nothing yet. */
  public VirtualScaler(
      ProvisionedConfigs configs, FunctionVersion version, PlatformTime time, Clock clock) {
    this.configs = configs;
    this.version = version;
    this.time = time;
    this.clock = clock;
  }

  /** Scales from now on. */
  public void start(
      Capacity capacity, @Nullable TargetTracking tracking, List<ScheduledAction> actions) {
    var name = version.name();
    var resource =
        new Resource(
            new Caller(name.account(), name.region()),
            "function:%s:%s".formatted(name.name(), version.version()));
    var scalable = new Provisioned();
    var activities = new Activities(resource, scalable, clock, () -> "id");
    new Scaler(scalable, time, activities, capacity).change(capacity, tracking, actions);
  }

  private final class Provisioned implements Scalable {
    @Override
    public int requested() {
      return configs
          .find(version.name(), version.version())
          .map(state -> state.requested())
          .orElse(0);
    }

    @Override
    public void request(int count) {
      try {
        if (count == 0) {
          configs.delete(version.name(), version.version());
        } else {
          configs.put(version, version.version(), count, "");
        }
      } catch (RefusedConcurrencyException refused) {
        throw LambdaError.invalid(String.valueOf(refused.getMessage()));
      }
    }

    @Override
    public boolean isInProgress() {
      return configs
          .find(version.name(), version.version())
          .filter(state -> state.status() == ProvisionedStatus.IN_PROGRESS)
          .isPresent();
    }

    @Override
    public OptionalInt minute(AutoScaling scaling, long nowNs) {
      return configs.minute(version.name(), version.version(), scaling, nowNs);
    }
  }
}

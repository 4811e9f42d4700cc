package dev.thaw.rules.provisioned;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Application Auto Scaling of one alias's provisioned concurrency: target tracking by utilisation,
 * and scheduled actions that move its bounds. It says how much to request; who requests it is the
 * owner.
 *
 * <p>AWS documents that scaling out is proportional and scaling in goes in small periodic steps,
 * without figures. Our reading: out to what would have had the target utilisation, {@code
 * ceil(requested x utilisation / target)}, once the alarm is on and the last request is ready; in
 * by a tenth of what is requested (at least 1) for each minute the low alarm is on, not beyond what
 * would have the target utilisation.
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward, schedules are
 * in UTC.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html">
 *     How target tracking works</a>
 */
public final class AutoScaling {
  private static final double LOW_SHARE = 0.9;
  private static final double SCALE_IN_STEP = 0.1;
  private static final double ROUNDING = 1e-9;

  private final List<ScheduledAction> actions;
  private final @Nullable Tracker tracker;
  private Capacity capacity;

  public AutoScaling(
      Capacity capacity, @Nullable TargetTracking tracking, List<ScheduledAction> actions) {
    this.capacity = capacity;
    this.tracker = tracking == null ? null : new Tracker(tracking);
    this.actions = List.copyOf(actions);
  }

  /** The present bounds. */
  public Capacity capacity() {
    return capacity;
  }

  /** A minute has passed with that average utilisation, NaN for none: what to request now. */
  public int minute(double utilization, ProvisionedPool pool, long nowNs) {
    return tracker == null ? pool.requested() : tracker.minute(utilization, pool, capacity, nowNs);
  }

  /** When the next scheduled action comes after that instant, if any does. */
  public Optional<Instant> nextScheduled(Instant after) {
    return actions.stream()
        .map(action -> action.next(after))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /**
   * What to request at an instant that {@link #nextScheduled} named: its actions set new bounds,
   * and what is requested outside them follows at once, whatever the cooldown.
   */
  public int scheduled(Instant now, int requested) {
    for (var action : actions) {
      if (action.next(now.minusNanos(1)).filter(now::equals).isPresent()) {
        capacity = action.applyTo(capacity);
      }
    }
    return capacity.clamp(requested);
  }

  /** A target tracking policy at work. */
  private static final class Tracker {
    private final TargetTracking policy;
    private final Alarm high;
    private final Alarm low;
    private final Cooldown scaleOut;
    private final Cooldown scaleIn;

    Tracker(TargetTracking policy) {
      this.policy = policy;
      this.high = new Alarm(policy.highDataPoints());
      this.low = new Alarm(policy.lowDataPoints());
      this.scaleOut = new Cooldown(policy.scaleOutCooldown());
      this.scaleIn = new Cooldown(policy.scaleInCooldown());
    }

    int minute(double utilization, ProvisionedPool pool, Capacity capacity, long nowNs) {
      boolean isHigh = high.isOnAfter(utilization > policy.target());
      boolean isLow = low.isOnAfter(utilization < LOW_SHARE * policy.target());
      int requested = pool.requested();
      if (pool.status() == ProvisionedStatus.IN_PROGRESS) {
        return requested;
      }
      if (isHigh && scaleOut.isOver(nowNs)) {
        int wanted = capacity.clamp(onTarget(requested, utilization));
        return wanted > requested ? scaleOut.begin(wanted, nowNs) : requested;
      }
      if (isLow && scaleIn.isOver(nowNs)) {
        int step = Math.max(1, (int) (requested * SCALE_IN_STEP));
        int wanted = capacity.clamp(Math.max(requested - step, onTarget(requested, utilization)));
        return wanted < requested ? scaleIn.begin(wanted, nowNs) : requested;
      }
      return requested;
    }

    private int onTarget(int requested, double utilization) {
      // What rounding adds must not become an environment.
      return (int) Math.ceil(requested * utilization / policy.target() - ROUNDING);
    }
  }
}

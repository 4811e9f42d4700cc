package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.rules.provisioned.AutoScaling;
import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.ScheduledAction;
import dev.thaw.rules.provisioned.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scales one target by {@link AutoScaling}: every minute of platform time while there is a policy,
 * and at the instants of its schedule. Thread-safe by its own lock.
 */
final class Scaler {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Scalable provisioned;
  private final PlatformTime time;
  private final Activities activities;
  private AutoScaling scaling;
  private PlatformTime.Cancellable nextMinute = () -> {};
  private PlatformTime.Cancellable nextScheduled = () -> {};

  Scaler(Scalable provisioned, PlatformTime time, Activities activities, Capacity capacity) {
    this.provisioned = provisioned;
    this.time = time;
    this.activities = activities;
    this.scaling = new AutoScaling(capacity, null, List.of());
  }

  /** Goes by other bounds, policy and schedule from now on; what is out of bounds follows. */
  synchronized void change(
      Capacity capacity, @Nullable TargetTracking tracking, List<ScheduledAction> actions) {
    stop();
    forgetUtilization();
    scaling = new AutoScaling(capacity, tracking, actions);
    keepInBounds();
    if (tracking != null) {
      nextMinute = time.after(MINUTE, this::minute);
    }
    planSchedule(time.now());
  }

  /** What was used before there was this policy is none of its business. */
  private void forgetUtilization() {
    var nothing = new AutoScaling(scaling.capacity(), null, List.of());
    var unused = provisioned.minute(nothing, time.nowNs());
  }

  private void keepInBounds() {
    int wanted = scaling.capacity().clamp(provisioned.requested());
    request(wanted, wanted == scaling.capacity().min() ? "minimum" : "maximum");
  }

  private void request(int wanted, String bound) {
    requestBecause(wanted, "%s capacity was set to %d".formatted(bound, wanted));
  }

  private void requestBecause(int wanted, String cause) {
    if (wanted == provisioned.requested()) {
      return;
    }
    try {
      provisioned.request(wanted);
      activities.succeeded(wanted, cause);
    } catch (AwsException refused) {
      activities.failed(wanted, cause, refused.message());
    }
  }

  private synchronized void minute() {
    nextMinute = time.after(MINUTE, this::minute);
    provisioned
        .minute(scaling, time.nowNs())
        .ifPresent(wanted -> requestBecause(wanted, "monitor alarm of the target tracking policy"));
  }

  private void planSchedule(Instant after) {
    scaling
        .nextScheduled(after)
        .ifPresent(at -> nextScheduled = time.after(until(at), () -> scheduled(at)));
  }

  /** One that has passed while we planned comes at once. */
  private Duration until(Instant at) {
    var left = Duration.between(time.now(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private synchronized void scheduled(Instant at) {
    int requested = provisioned.requested();
    try {
      int wanted = scaling.scheduled(at, requested);
      request(wanted, wanted == scaling.capacity().min() ? "minimum" : "maximum");
    } catch (IllegalArgumentException boundsCross) {
      activities.failed(requested, "a scheduled action", String.valueOf(boundsCross.getMessage()));
    }
    planSchedule(at);
  }

  /** The present bounds, which schedules move. */
  synchronized Capacity capacity() {
    return scaling.capacity();
  }

  synchronized void stop() {
    nextMinute.cancel();
    nextScheduled.cancel();
  }
}

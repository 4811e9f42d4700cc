package dev.thaw.model;

import dev.thaw.rules.provisioned.AutoScaling;
import java.time.Duration;
import java.time.Instant;

/** Application Auto Scaling of one function on simulated time: each minute, and by schedule. */
final class ProvisionedAutoscaler {
  private static final long MINUTE_NS = Duration.ofMinutes(1).toNanos();

  private final Provisioned provisioned;
  private final AutoScaling scaling;
  private final boolean isTracking;
  private final Instant start;
  private final Instant end;
  private final Reminder minute;
  private final Reminder schedule;

  ProvisionedAutoscaler(Timeline timeline, Provisioned provisioned, ProvisionedScaling settings) {
    this.provisioned = provisioned;
    this.scaling = new AutoScaling(settings.capacity(), settings.tracking(), settings.actions());
    this.start = settings.start();
    this.end = start.plusNanos(timeline.endNs());
    this.minute = new Reminder(timeline, this::minute);
    this.schedule = new Reminder(timeline, this::scheduled);
    this.isTracking = settings.tracking() != null;
  }

  void begin() {
    if (isTracking) {
      minute.at(MINUTE_NS);
    }
    // An action at the very start acts, too.
    arrangeAfter(start.minusNanos(1));
  }

  private void minute(long nowNs) {
    provisioned.request(scaling.minute(provisioned.endMinute(), provisioned.pool(), nowNs), nowNs);
    minute.at(nowNs + MINUTE_NS);
  }

  private void scheduled(long nowNs) {
    var now = start.plusNanos(nowNs);
    provisioned.request(scaling.scheduled(now, provisioned.pool().requested()), nowNs);
    arrangeAfter(now);
  }

  private void arrangeAfter(Instant instant) {
    scaling
        .nextScheduled(instant)
        .filter(next -> !next.isAfter(end))
        .ifPresent(next -> schedule.at(Duration.between(start, next).toNanos()));
  }
}

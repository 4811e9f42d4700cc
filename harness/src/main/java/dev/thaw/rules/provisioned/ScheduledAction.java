package dev.thaw.rules.provisioned;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets a scalable target's bounds at the instants of a schedule, from a start on.
 *
 * @param min the new least capacity; null leaves the present one
 * @param max the new greatest capacity; null leaves the present one
 * @see <a href=
 *     "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html">
 *     Scheduled scaling</a>
 */
public record ScheduledAction(
    Schedule schedule, Instant start, @Nullable Integer min, @Nullable Integer max) {
  public ScheduledAction {
    if (min == null && max == null) {
      throw new IllegalArgumentException("a scheduled action needs a min or a max capacity");
    }
  }

  /** Its first instant after that one. */
  public Optional<Instant> next(Instant after) {
    return schedule.next(start, after);
  }

  Capacity applyTo(Capacity present) {
    return new Capacity(min == null ? present.min() : min, max == null ? present.max() : max);
  }
}

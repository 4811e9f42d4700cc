package dev.thaw.model;

import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.ScheduledAction;
import dev.thaw.rules.provisioned.TargetTracking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Application Auto Scaling changes a function's provisioned concurrency.
 *
 * @param start the instant of day at which the simulation begins, which the schedules refer to
 * @param capacity the bounds between which it scales
 * @param tracking the target tracking policy; null for none
 * @param actions what moves the bounds at instants of a schedule
 */
public record ProvisionedScaling(
    Instant start,
    Capacity capacity,
    @Nullable TargetTracking tracking,
    List<ScheduledAction> actions) {
  public ProvisionedScaling {
    actions = List.copyOf(actions);
  }
}

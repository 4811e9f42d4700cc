package dev.thaw.engine.dynamodb.table;

import java.time.Duration;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * A table's way from being created to being gone. Each change takes a fifth of a second of platform
 * time; with AWS it takes seconds, and nobody published how many. Thread-safe.
 */
public final class Lifecycle {
  private static final long CHANGE_NS = Duration.ofMillis(200).toNanos();

  private final LongSupplier platformNs;
  private TableStatus change = TableStatus.CREATING;
  private long changedNs;

  Lifecycle(LongSupplier platformNs) {
    this.platformNs = platformNs;
    this.changedNs = platformNs.getAsLong();
  }

  public synchronized TableStatus status() {
    return change != TableStatus.DELETING && hasChanged() ? TableStatus.ACTIVE : change;
  }

  public synchronized void begin(TableStatus next) {
    change = next;
    changedNs = platformNs.getAsLong();
  }

  /** Whether items can be read and written. */
  public boolean isInUse() {
    var status = status();
    return status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
  }

  synchronized boolean isGone() {
    return change == TableStatus.DELETING && hasChanged();
  }

  private boolean hasChanged() {
    return platformNs.getAsLong() - changedNs >= CHANGE_NS;
  }
}

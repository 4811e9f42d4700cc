package dev.thaw.engine.logs;

import org.jspecify.annotations.Nullable;

/** From a start that belongs to it to an end that does not, in milliseconds since the epoch. */
record TimeWindow(long start, long end) {
  static TimeWindow of(@Nullable Long start, @Nullable Long end) {
    return new TimeWindow(start == null ? 0 : start, end == null ? Long.MAX_VALUE : end);
  }

  boolean holds(LogEvent event) {
    return event.timestamp() >= start && event.timestamp() < end;
  }
}

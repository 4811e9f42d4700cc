package dev.thaw.engine.cloudwatch;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One metric's measurements, minute by minute, of the last day. Thread-safe. */
final class Series {
  private static final long MINUTES_KEPT = 24 * 60;
  private static final long SECONDS = 60;

  private final NavigableMap<Long, Datapoint> minutes = new TreeMap<>();

  synchronized void add(Instant at, double value, double times) {
    long minute = Math.floorDiv(at.getEpochSecond(), SECONDS);
    minutes.computeIfAbsent(minute, added -> new Datapoint()).add(value, times);
    minutes.headMap(minutes.lastKey() - MINUTES_KEPT, true).clear();
  }

  /**
   * The measurements between two instants in periods of so many seconds, by their beginnings in
   * seconds since the epoch.
   */
  synchronized NavigableMap<Long, Datapoint> periods(Instant from, Instant to, int seconds) {
    var periods = new TreeMap<Long, Datapoint>();
    long first = Math.floorDiv(from.getEpochSecond(), SECONDS);
    long end = Math.floorDiv(to.getEpochSecond() + SECONDS - 1, SECONDS);
    if (first >= end) {
      return periods;
    }
    minutes
        .subMap(first, end)
        .forEach(
            (minute, point) -> {
              long period = Math.floorDiv(minute * SECONDS, seconds) * seconds;
              periods.computeIfAbsent(period, added -> new Datapoint()).add(point);
            });
    return periods;
  }
}

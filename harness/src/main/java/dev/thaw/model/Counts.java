package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What became of the invocations of those loads that count, or of those that do not. */
final class Counts {
  private static final int DIGITS = 3;
  private static final long RESOLUTION_NS = 1_000;

  private final Histogram coldNs = latencies();
  private final Histogram warmNs = latencies();
  private final Map<Admission, long[]> throttles = new EnumMap<>(Admission.class);
  private long arrivals;
  private long cold;
  private long warm;
  private long provisioned;
  private long timeouts;

  static Histogram latencies() {
    var histogram = new Histogram(RESOLUTION_NS, 2 * RESOLUTION_NS, DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }

  void arrival() {
    arrivals++;
  }

  void cold(long latencyNs) {
    cold++;
    coldNs.recordValue(latencyNs);
  }

  void warm(long latencyNs) {
    warm++;
    warmNs.recordValue(latencyNs);
  }

  void provisioned(long latencyNs) {
    provisioned++;
    warmNs.recordValue(latencyNs);
  }

  void throttle(Admission admission) {
    throttles.computeIfAbsent(admission, added -> new long[1])[0]++;
  }

  void timeout() {
    timeouts++;
  }

  Tally tally() {
    var byLimit = new EnumMap<Admission, Long>(Admission.class);
    throttles.forEach((admission, count) -> byLimit.put(admission, count[0]));
    return new Tally(arrivals, cold, warm, provisioned, byLimit, timeouts);
  }

  Latencies client() {
    var all = latencies();
    all.add(coldNs);
    all.add(warmNs);
    return new Latencies(all);
  }

  Latencies coldClient() {
    return new Latencies(coldNs);
  }

  Latencies warmClient() {
    return new Latencies(warmNs);
  }
}

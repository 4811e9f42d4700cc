package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.thaw.invocation.Temperature;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one variant's requests in one phase, warm-ups and discarded cycles left out:
 * planned, recorded, answered by temperature, failed by kind, throttled by reason, generator lag,
 * and the median latency from the intended time. Discarded counts the stretches left out, by
 * reason.
 */
public record PhaseSummary(
    String phase,
    String variant,
    Protocol protocol,
    Requests requests,
    Map<Temperature, Long> temperatures,
    Map<String, Long> errors,
    Map<String, Long> throttles,
    Map<String, Long> discarded,
    @Nullable Lag lag,
    @Nullable Double latencyP50Ms) {

  public PhaseSummary {
    temperatures = Collections.unmodifiableMap(temperatures);
    errors = Collections.unmodifiableMap(errors);
    throttles = Collections.unmodifiableMap(throttles);
    discarded = Collections.unmodifiableMap(discarded);
  }

  /** What became of the events, where that is known. */
  @JsonIgnore
  public @Nullable Delivery delivery() {
    return requests.delivery();
  }

  /**
   * Planned, recorded, those of them that ran without a REPORT having been found, and what became
   * of the events that were accepted.
   */
  public record Requests(
      long planned, long recorded, long withoutReport, @Nullable Delivery delivery) {
    /** Planned and never recorded as sent. */
    public long unsent() {
      return Math.max(0, planned - recorded);
    }
  }

  /** How many requests failed, throttles apart. */
  public long errorCount() {
    return sum(errors);
  }

  public long throttleCount() {
    return sum(throttles);
  }

  /** How many answered requests found an environment of that temperature. */
  public long count(Temperature temperature) {
    return temperatures.getOrDefault(temperature, 0L);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}

package dev.thaw.results;

import dev.thaw.stats.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the reference model says of one variant in one phase, from anything but the figures that it
 * is held against. A metric's interval holds 95 % of what the model finds at the run's own number
 * of requests, n times over; each time it draws afresh and takes a resample of the values that its
 * times were fitted to.
 *
 * @param sources what the model's times were fitted to
 * @param reason why there are no metrics, if so
 */
public record Forecast(
    String phase,
    String variant,
    List<Source> sources,
    Map<Metric, Estimate> metrics,
    @Nullable String reason) {

  /** One of the model's times: which, what it was taken for, from what, and of how many values. */
  public record Source(String quantity, String times, String from, long n) {}

  public Forecast {
    sources = List.copyOf(sources);
    var inOrder = new EnumMap<Metric, Estimate>(Metric.class);
    inOrder.putAll(metrics);
    metrics = Collections.unmodifiableMap(inOrder);
  }

  /** The model has nothing to say. */
  public static Forecast none(String phase, String variant, String reason) {
    return new Forecast(phase, variant, List.of(), Map.of(), reason);
  }
}

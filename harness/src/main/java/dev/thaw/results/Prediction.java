package dev.thaw.results;

import dev.thaw.stats.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Forecast} beside what that variant was measured to do in that phase. */
public record Prediction(
    String phase,
    String variant,
    List<Forecast.Source> sources,
    Map<Metric, Check> metrics,
    @Nullable String reason) {

  /**
   * One metric. The error is predicted / measured - 1 (none where nothing was measured, or zero),
   * or of a share predicted - measured. Inside means that the measured value lies inside the
   * predicted interval, which holds the measurement's own scatter.
   */
  public record Check(
      Estimate predicted,
      @Nullable Estimate measured,
      @Nullable Double error,
      @Nullable Boolean isInside) {

    static Check of(Metric metric, Estimate predicted, Optional<Estimate> measured) {
      if (measured.isEmpty()) {
        return new Check(predicted, null, null, null);
      }
      double value = measured.orElseThrow().value();
      return new Check(
          predicted,
          measured.orElseThrow(),
          error(metric, predicted.value(), value),
          predicted.covers(value));
    }

    private static @Nullable Double error(Metric metric, double predicted, double measured) {
      if (metric.unit() == Metric.Unit.SHARE) {
        return predicted - measured;
      }
      return measured == 0 ? null : (predicted - measured) / measured;
    }
  }

  public Prediction {
    sources = List.copyOf(sources);
    var inOrder = new EnumMap<Metric, Check>(Metric.class);
    inOrder.putAll(metrics);
    metrics = Collections.unmodifiableMap(inOrder);
  }

  /** Holds a forecast against what was measured. */
  static Prediction of(Forecast forecast, List<PhaseFigures> figures) {
    var metrics = new EnumMap<Metric, Check>(Metric.class);
    if (!forecast.metrics().isEmpty()) {
      var measured = measured(forecast, figures);
      forecast
          .metrics()
          .forEach(
              (metric, predicted) ->
                  metrics.put(
                      metric,
                      Check.of(metric, predicted, Optional.ofNullable(measured.get(metric)))));
    }
    return new Prediction(
        forecast.phase(), forecast.variant(), forecast.sources(), metrics, forecast.reason());
  }

  private static Map<Metric, Estimate> measured(Forecast forecast, List<PhaseFigures> figures) {
    return figures.stream()
        .filter(one -> one.phase().equals(forecast.phase()))
        .filter(one -> one.variant().equals(forecast.variant()))
        .findFirst()
        .map(PhaseFigures::metrics)
        .orElse(Map.of());
  }
}

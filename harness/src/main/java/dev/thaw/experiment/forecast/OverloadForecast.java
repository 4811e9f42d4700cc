package dev.thaw.experiment.forecast;

import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Load;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.results.Metric;
import dev.thaw.results.Overload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** When a simulated load was throttled, reckoned as that of a run. */
record OverloadForecast(SimulatedFunction function, FunctionOutcome outcome) {

  Map<Metric, Double> metrics() {
    var overloads =
        function.loads().stream()
            .filter(load -> load instanceof Load.Sync && load.isCounted())
            .flatMap(load -> Overload.of(points(load)).stream())
            .toList();
    var metrics = new EnumMap<Metric, Double>(Metric.class);
    if (!overloads.isEmpty()) {
      metrics.put(Metric.ONSET_RATE, mean(overloads, Overload::onsetPerSecond));
      metrics.put(Metric.RECOVERY, mean(overloads, Overload::recoveryMs));
    }
    return metrics;
  }

  private static double mean(List<Overload> overloads, ToDoubleFunction<Overload> figure) {
    return overloads.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private List<Overload.Point> points(Load load) {
    var series = outcome.series();
    long windowNs = series.window().toNanos();
    long endNs = load.start().plus(load.arrivals().duration()).toNanos();
    var points = new ArrayList<Overload.Point>();
    for (int w = (int) (load.start().toNanos() / windowNs);
        w < series.arrivals().length && w * windowNs < endNs;
        w++) {
      long throttled = 0;
      for (var ofLimit : series.throttles().values()) {
        throttled += ofLimit[w];
      }
      points.add(new Overload.Point(w * windowNs, series.arrivals()[w], throttled));
    }
    return points;
  }
}

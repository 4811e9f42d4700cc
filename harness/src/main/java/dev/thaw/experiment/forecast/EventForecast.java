package dev.thaw.experiment.forecast;

import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Load;
import dev.thaw.model.QueuedOutcome;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.results.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of simulated events that nobody waits for: of the last load that counts. */
record EventForecast(SimulatedFunction function, FunctionOutcome outcome) {

  Map<Metric, Double> metrics() {
    var metrics = new EnumMap<Metric, Double>(Metric.class);
    var queued = queued();
    for (int i = 0; i < queued.size() && i < outcome.queued().size(); i++) {
      if (queued.get(i).isCounted()) {
        add(metrics, outcome.queued().get(i));
      }
    }
    return metrics;
  }

  private List<Load> queued() {
    var queued = new ArrayList<>(function.loads());
    queued.removeIf(Load.Sync.class::isInstance);
    return queued;
  }

  private static void add(Map<Metric, Double> metrics, QueuedOutcome outcome) {
    if (outcome instanceof QueuedOutcome.Async async) {
      metrics.put(Metric.QUEUE_AGE_P50, async.age().quantileMs(0.5));
      metrics.put(Metric.QUEUE_AGE_P99, async.age().quantileMs(0.99));
      metrics.put(Metric.END_TO_END_P50, async.stay().quantileMs(0.5));
      metrics.put(Metric.END_TO_END_P99, async.stay().quantileMs(0.99));
      metrics.put(Metric.LOST_RATIO, (double) async.dropped() / async.accepted());
    } else if (outcome instanceof QueuedOutcome.Stream stream) {
      metrics.put(Metric.ITERATOR_AGE_P50, stream.iteratorAge().quantileMs(0.5));
      metrics.put(Metric.ITERATOR_AGE_P99, stream.iteratorAge().quantileMs(0.99));
      metrics.put(Metric.END_TO_END_P50, stream.stay().quantileMs(0.5));
      metrics.put(Metric.END_TO_END_P99, stream.stay().quantileMs(0.99));
      metrics.put(Metric.BATCH_SIZE, stream.meanBatchSize());
      metrics.put(Metric.LOST_RATIO, 1 - (double) stream.processed() / stream.arrivals());
    }
  }
}

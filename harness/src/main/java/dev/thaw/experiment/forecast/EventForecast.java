package dev.thaw.experiment.forecast;

import dev.thaw.invocation.RouteKind;
import dev.thaw.load.Distribution;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Latencies;
import dev.thaw.model.QueuedOutcome;
import dev.thaw.results.Metric;
import dev.thaw.stats.Sample;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * What became of simulated events that nobody waits for: of the last load that counts. How long
 * they wait for a poll, an environment or their turn follows from the rules; what else their way
 * takes is drawn from what the warm-up showed of it.
 *
 * @param ways without those that the warm-up did not show
 */
record EventForecast(
    RouteKind route, FunctionOutcome outcome, Map<Way, Distribution> ways, RandomGenerator random) {
  private static final Map<Metric, Double> CLIENT =
      Map.of(Metric.CLIENT_P50, 0.5, Metric.CLIENT_P90, 0.9, Metric.CLIENT_P99, 0.99);
  private static final Map<Metric, Double> ENTRY =
      Map.of(Metric.ENTRY_P50, 0.5, Metric.ENTRY_P99, 0.99);
  private static final Map<Metric, Double> QUEUE_AGE =
      Map.of(Metric.QUEUE_AGE_P50, 0.5, Metric.QUEUE_AGE_P99, 0.99);
  private static final Map<Metric, Double> END_TO_END =
      Map.of(Metric.END_TO_END_P50, 0.5, Metric.END_TO_END_P90, 0.9, Metric.END_TO_END_P99, 0.99);

  Map<Metric, Double> metrics() {
    var metrics = new EnumMap<Metric, Double>(Metric.class);
    for (var queued : outcome.queued()) {
      if (queued instanceof QueuedOutcome.Async async) {
        add(metrics, async);
      } else if (queued instanceof QueuedOutcome.Stream stream) {
        add(metrics, stream);
      }
    }
    return metrics;
  }

  private void add(Map<Metric, Double> metrics, QueuedOutcome.Async async) {
    addClient(metrics, async.accepted());
    addSum(metrics, ENTRY, Way.ENTERED, async.entry());
    addSum(metrics, QUEUE_AGE, Way.HANDED_OVER, async.entry());
    addSum(metrics, END_TO_END, Way.ENTERED, async.stay());
    metrics.put(Metric.LOST_RATIO, (double) async.dropped() / async.accepted());
  }

  private void add(Map<Metric, Double> metrics, QueuedOutcome.Stream stream) {
    addClient(metrics, stream.arrivals());
    addSum(metrics, ENTRY, Way.ACCEPTED, stream.entry());
    addSum(metrics, END_TO_END, Way.ACCEPTED, stream.stay());
    // A table's stream tells whole seconds, so that what is measured holds up to one too much.
    if (route != RouteKind.DYNAMODB) {
      metrics.put(Metric.ITERATOR_AGE_P50, stream.iteratorAge().quantileMs(0.5));
      metrics.put(Metric.ITERATOR_AGE_P99, stream.iteratorAge().quantileMs(0.99));
    }
    metrics.put(Metric.BATCH_SIZE, stream.meanBatchSize());
    metrics.put(Metric.LOST_RATIO, 1 - (double) stream.processed() / stream.arrivals());
  }

  private void addClient(Map<Metric, Double> metrics, long events) {
    var way = ways.get(Way.ACCEPTED);
    if (way != null && events > 0) {
      add(metrics, CLIENT, DoubleStream.generate(() -> way.sample(random)).limit(events));
    }
  }

  /** Of a way that the warm-up showed, and a wait behind it that the simulation found. */
  private void addSum(
      Map<Metric, Double> metrics, Map<Metric, Double> quantiles, Way shown, Latencies wait) {
    var way = ways.get(shown);
    if (way != null && wait.count() > 0) {
      add(
          metrics,
          quantiles,
          DoubleStream.generate(() -> way.sample(random) + wait.drawnMs(random))
              .limit(wait.count()));
    }
  }

  private static void add(
      Map<Metric, Double> metrics, Map<Metric, Double> quantiles, DoubleStream values) {
    var sample = Sample.of(values);
    quantiles.forEach((metric, p) -> metrics.put(metric, sample.quantile(p)));
  }
}

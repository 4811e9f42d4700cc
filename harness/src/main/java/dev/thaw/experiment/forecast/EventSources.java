package dev.thaw.experiment.forecast;

import dev.thaw.experiment.fit.Quantity;
import dev.thaw.experiment.fit.TimeSamples;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.RouteKind;
import dev.thaw.stats.Sample;
import dev.thaw.stats.fit.Fit;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What a phase's own warm-up tells of events whose senders wait for no function: how long the
 * function works on one, and what their ways take that the rules know nothing of.
 *
 * @param isWorkOfRecords whether a batch is as many pieces of work as it has records
 */
record EventSources(RouteKind route, boolean isWorkOfRecords, TimeSamples.Origin warmUp) {
  private static final double NS_PER_MS = 1e6;

  /** Those durations instead of what answered calls took, if there are enough. */
  TimeSamples over(TimeSamples samples) {
    var own = Sample.of(durationsMs());
    return own.size() < Fit.LEAST_VALUES
        ? samples
        : samples.with(Quantity.WARM_DURATION, new TimeSamples.Taken(own, warmUp.from()));
  }

  /**
   * By the handler's own times, which an event's end is told by; a REPORT goes on for longer, and a
   * batch has one for all its records.
   */
  private DoubleStream durationsMs() {
    return route.isAwaited()
        ? DoubleStream.empty()
        : warmUp.invocations().stream()
            .flatMap(one -> one.handled().stream())
            .mapToDouble(this::workMs);
  }

  private double workMs(Handling handling) {
    double wholeMs = (handling.endedNs() - handling.startedNs()) / NS_PER_MS;
    return isWorkOfRecords ? wholeMs / handling.batchSize() : wholeMs;
  }

  /** None where callers wait, or there are too few events. */
  Map<Way, TimeSamples.Taken> ways() {
    var ways = new EnumMap<Way, TimeSamples.Taken>(Way.class);
    if (route.isAwaited() || warmUp.invocations().size() < Fit.LEAST_VALUES) {
      return ways;
    }
    add(ways, Way.ACCEPTED);
    if (route.isQueued()) {
      add(ways, Way.ENTERED);
      add(ways, Way.HANDED_OVER);
    }
    return ways;
  }

  private void add(Map<Way, TimeSamples.Taken> ways, Way way) {
    ways.put(way, way.of(warmUp.invocations(), warmUp.from()));
  }
}

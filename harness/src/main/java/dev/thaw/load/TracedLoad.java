package dev.thaw.load;

import dev.thaw.load.trace.TraceExtract;
import dev.thaw.load.trace.TracedDurations;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One function of a trace as load: its arrivals, and the distribution of its durations if the trace
 * has them. Durations are drawn anew, and are cut at 15 minutes, Lambda's longest timeout.
 *
 * @param memoryMb what its application took on average, where the trace says so
 */
public record TracedLoad(
    String function,
    ArrivalProcess arrivals,
    Optional<Distribution> durations,
    OptionalDouble memoryMb) {
  private static final double MAX_MS = 900_000;

  /** All functions meant by an extract that were invoked in it, with one start for all. */
  public static List<TracedLoad> read(TraceExtract extract) {
    var trace = extract.read();
    var loads =
        trace.functions().stream()
            .filter(function -> function.arrivals().count() > 0)
            .map(
                function ->
                    new TracedLoad(
                        function.name(),
                        new TraceArrivals(
                            extract.function(function.name()),
                            function.arrivals(),
                            trace.duration()),
                        function.durations().map(TracedLoad::distribution),
                        function.memoryMb()))
            .toList();
    if (loads.isEmpty()) {
      throw new IllegalArgumentException("'%s' has no invocations".formatted(extract));
    }
    return loads;
  }

  private static Distribution distribution(TracedDurations durations) {
    return durations instanceof TracedDurations.Quantiles some
        ? EmpiricalTime.ofQuantiles(some.shares(), cut(some.ms()))
        : EmpiricalTime.ofValues(cut(((TracedDurations.PerInvocation) durations).ms()));
  }

  private static double[] cut(double[] ms) {
    return DoubleStream.of(ms).map(time -> Math.min(time, MAX_MS)).toArray();
  }
}

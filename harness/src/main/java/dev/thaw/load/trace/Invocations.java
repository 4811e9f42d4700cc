package dev.thaw.load.trace;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Invocations as they are read one by one, in any order, by function. */
final class Invocations {
  private final Predicate<String> isSelected;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private long firstNs = Long.MAX_VALUE;
  private long lastNs = Long.MIN_VALUE;

  Invocations(Predicate<String> isSelected) {
    this.isSelected = isSelected;
  }

  /** Adds one; a duration of NaN is none. */
  void add(String function, long startNs, double durationMs) {
    firstNs = Math.min(firstNs, startNs);
    lastNs = Math.max(lastNs, startNs);
    if (isSelected.test(function)) {
      columns.computeIfAbsent(function, name -> new Column()).add(startNs, durationMs);
    }
  }

  /** Everything added, from the first of all invocations on, whether selected or not. */
  Trace trace() {
    var functions =
        columns.entrySet().stream().map(e -> e.getValue().function(e.getKey(), firstNs)).toList();
    return new Trace(
        functions, functions.isEmpty() ? Duration.ZERO : Duration.ofNanos(lastNs - firstNs));
  }

  /** One function's, growing. */
  private static final class Column {
    private long[] startsNs = new long[16];
    private double[] durationsMs = new double[16];
    private int size;
    private boolean isInOrder = true;

    void add(long startNs, double durationMs) {
      if (size == startsNs.length) {
        startsNs = Arrays.copyOf(startsNs, 2 * size);
        durationsMs = Arrays.copyOf(durationsMs, 2 * size);
      }
      isInOrder &= size == 0 || startNs >= startsNs[size - 1];
      startsNs[size] = startNs;
      durationsMs[size] = durationMs;
      size++;
    }

    TracedFunction function(String name, long originNs) {
      var order = order();
      var offsets = Arrays.stream(order).mapToLong(i -> startsNs[i] - originNs).toArray();
      var durations = Arrays.stream(order).mapToDouble(i -> durationsMs[i]).toArray();
      return new TracedFunction(
          name,
          new TracedArrivals.Instants(offsets),
          Double.isNaN(durations[0])
              ? Optional.empty()
              : Optional.of(new TracedDurations.PerInvocation(durations)),
          OptionalDouble.empty());
    }

    private int[] order() {
      var indices = IntStream.range(0, size);
      return isInOrder
          ? indices.toArray()
          : indices
              .boxed()
              .sorted(Comparator.comparingLong(i -> startsNs[i]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
  }
}

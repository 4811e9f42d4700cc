package dev.thaw.load.trace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Recorded invocations of functions, all counted from the same start.
 *
 * @param duration up to the last invocation, or the end of the last minute counted
 */
public record Trace(List<TracedFunction> functions, Duration duration) {
  public Trace {
    functions = List.copyOf(functions);
  }

  /**
   * Reads a file in any {@link TraceFormat}; what cannot be used is a {@link TraceException}.
   *
   * @param selection a function's name, or the beginning of names up to a slash; empty for all
   */
  public static Trace read(Path file, Optional<String> selection) {
    var names = new ArrayList<String>();
    Predicate<String> isSelected =
        name -> {
          if (names.size() < 3 && !names.contains(name)) {
            names.add(name);
          }
          return selection.isEmpty()
              || name.equals(selection.orElseThrow())
              || name.startsWith(selection.orElseThrow() + "/");
        };
    var trace = TraceFormat.of(file).read(file, isSelected);
    if (names.isEmpty()) {
      throw new TraceException(file, "is an empty trace: it has no invocations");
    }
    if (trace.functions.isEmpty()) {
      throw new TraceException(
          file,
          "has no function '%s'; its functions are such as '%s'"
              .formatted(selection.orElse(""), String.join("', '", names)));
    }
    return selection.map(trace::onlyIfNamed).orElse(trace);
  }

  /** The function of that very name alone, if there is one, and not those whose names go on. */
  private Trace onlyIfNamed(String name) {
    return functions.stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .map(function -> new Trace(List.of(function), duration))
        .orElse(this);
  }

  /** What it has from one time up to another, which counts from there. */
  Trace between(Duration from, Duration end) {
    return new Trace(
        functions.stream().map(f -> f.between(from.toNanos(), end.toNanos())).toList(),
        end.compareTo(duration) < 0 ? end.minus(from) : duration.minus(from));
  }

  /** All its arrivals as if they were of one function. */
  public TracedArrivals merged() {
    return merged(functions.stream().map(TracedFunction::arrivals).toList());
  }

  static TracedArrivals merged(List<TracedArrivals> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    return all.stream().allMatch(TracedArrivals.MinuteCounts.class::isInstance)
        ? mergedCounts(all)
        : mergedInstants(all);
  }

  private static TracedArrivals mergedCounts(List<TracedArrivals> all) {
    var byMinute = new TreeMap<Integer, Integer>();
    for (var arrivals : all) {
      if (arrivals instanceof TracedArrivals.MinuteCounts some) {
        for (int i = 0; i < some.minutes().length; i++) {
          byMinute.merge(some.minutes()[i], some.counts()[i], Math::addExact);
        }
      }
    }
    return new TracedArrivals.MinuteCounts(
        byMinute.keySet().stream().mapToInt(Integer::intValue).toArray(),
        byMinute.values().stream().mapToInt(Integer::intValue).toArray());
  }

  private static TracedArrivals mergedInstants(List<TracedArrivals> all) {
    return new TracedArrivals.Instants(
        all.stream()
            .flatMapToLong(
                arrivals ->
                    arrivals instanceof TracedArrivals.Instants some
                        ? LongStream.of(some.offsetsNs())
                        : LongStream.empty())
            .sorted()
            .toArray());
  }
}

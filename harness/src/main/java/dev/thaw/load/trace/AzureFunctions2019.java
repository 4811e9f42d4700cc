package dev.thaw.load.trace;

import dev.thaw.load.trace.TracedArrivals.MinuteCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A day of Azure Functions in July 2019: how often each function was invoked in each minute. Where
 * the day's files of durations and memory lie beside it they are joined; what they do not know
 * stays unknown. Durations exclude cold starts and are averages over 30 s.
 *
 * @see <a
 *     href="https://github.com/Azure/AzurePublicDataset/blob/master/AzureFunctionsDataset2019.md">Azure
 *     Functions Dataset 2019</a> (M. Shahrad et al., Serverless in the Wild, USENIX ATC 2020)
 */
final class AzureFunctions2019 {
  static final String FUNCTION = "HashFunction";

  private static final String OWNER = "HashOwner";
  private static final String APP = "HashApp";
  private static final String INVOCATIONS = "invocations_per_function_md";
  private static final String DURATIONS = "function_durations_percentiles";
  private static final String MEMORY = "app_memory_percentiles";
  private static final int MINUTES = 1440;
  private static final int NAMES = 4;
  private static final int[] PERCENTILES = {0, 1, 25, 50, 75, 99, 100};
  private static final double[] SHARES = {0, 0.01, 0.25, 0.5, 0.75, 0.99, 1};

  private AzureFunctions2019() {}

  static Trace read(Path file, Predicate<String> isSelected) {
    var counts = counts(file, isSelected);
    var durations = beside(file, DURATIONS).map(f -> durations(f, counts)).orElse(Map.of());
    var memory = beside(file, MEMORY).map(AzureFunctions2019::memory).orElse(Map.of());
    var functions = new ArrayList<TracedFunction>();
    counts.forEach(
        (name, arrivals) -> {
          var app = name.substring(0, name.lastIndexOf('/'));
          var megabytes = memory.get(app);
          functions.add(
              new TracedFunction(
                  name,
                  arrivals,
                  Optional.ofNullable(durations.get(name)),
                  megabytes == null ? OptionalDouble.empty() : OptionalDouble.of(megabytes)));
        });
    return new Trace(functions, Duration.ofMinutes(MINUTES));
  }

  /** The day's other file, if it lies beside the invocations and has the name it was given. */
  private static Optional<Path> beside(Path file, String kind) {
    var name = String.valueOf(file.getFileName());
    var other = file.resolveSibling(name.replace(INVOCATIONS, kind));
    return name.contains(INVOCATIONS) && Files.exists(other)
        ? Optional.of(other)
        : Optional.empty();
  }

  private static Map<String, TracedArrivals> counts(Path file, Predicate<String> isSelected) {
    var counts = new LinkedHashMap<String, TracedArrivals>();
    try (var rows = CsvRows.open(file)) {
      rows.next();
      rows.requireColumns(NAMES + MINUTES);
      while (rows.next()) {
        rows.requireColumns(NAMES + MINUTES);
        var name = name(rows, 0, 1, 2);
        if (isSelected.test(name)) {
          var all = IntStream.range(NAMES, NAMES + MINUTES).map(rows::count).toArray();
          counts.merge(name, MinuteCounts.of(all), AzureFunctions2019::together);
        }
      }
    }
    return counts;
  }

  /** A function that is in the file twice is still one. */
  private static TracedArrivals together(TracedArrivals one, TracedArrivals other) {
    return Trace.merged(List.of(one, other));
  }

  private static Map<String, TracedDurations> durations(
      Path file, Map<String, TracedArrivals> wanted) {
    var durations = new HashMap<String, TracedDurations>();
    try (var rows = CsvRows.open(file)) {
      rows.next();
      var header = List.of(rows.cells());
      var keys = columns(rows, header, OWNER, APP, FUNCTION);
      var columns =
          IntStream.of(PERCENTILES)
              .map(p -> columns(rows, header, "percentile_Average_" + p)[0])
              .toArray();
      while (rows.next()) {
        rows.requireColumns(header.size());
        var name = name(rows, keys);
        if (wanted.containsKey(name)) {
          durations.put(name, new TracedDurations.Quantiles(SHARES, rising(rows, columns)));
        }
      }
    }
    return durations;
  }

  private static double[] rising(CsvRows rows, int[] columns) {
    var ms = new double[columns.length];
    for (int i = 0; i < ms.length; i++) {
      ms[i] = rows.amount(columns[i], "a duration");
      if (i > 0 && ms[i] < ms[i - 1]) {
        throw rows.wrong("percentiles of durations fall from %s to %s".formatted(ms[i - 1], ms[i]));
      }
    }
    return ms;
  }

  private static Map<String, Double> memory(Path file) {
    var memory = new HashMap<String, Double>();
    try (var rows = CsvRows.open(file)) {
      rows.next();
      var header = List.of(rows.cells());
      var keys = columns(rows, header, OWNER, APP);
      int average = columns(rows, header, "AverageAllocatedMb")[0];
      while (rows.next()) {
        rows.requireColumns(header.size());
        memory.put(name(rows, keys), rows.amount(average, "a memory size"));
      }
    }
    return memory;
  }

  private static int[] columns(CsvRows rows, List<String> header, String... names) {
    return Arrays.stream(names)
        .mapToInt(
            name -> {
              if (!header.contains(name)) {
                throw rows.wrong("the header has no column '%s'".formatted(name));
              }
              return header.indexOf(name);
            })
        .toArray();
  }

  private static String name(CsvRows rows, int... columns) {
    return String.join("/", IntStream.of(columns).mapToObj(rows::cell).toList());
  }
}

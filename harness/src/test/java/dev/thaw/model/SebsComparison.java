package dev.thaw.model;

import dev.thaw.load.BurstArrivals;
import dev.thaw.rules.environment.RetentionPreset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SeBS's eviction observations of January 2020, beside the model under three retention presets. */
final class SebsComparison {
  private static final int ENVIRONMENTS = 20;
  private static final int RUNS = 5_000;

  /** How many of 20 environments were warm after a pause. */
  private record Observation(int pause, double warm) {}

  private static final List<Observation> OBSERVATIONS =
      List.of(
          new Observation(360, 19.8),
          new Observation(420, 10.0),
          new Observation(720, 10.0),
          new Observation(780, 4.8),
          new Observation(1080, 5.0),
          new Observation(1140, 3.0),
          new Observation(1320, 2.6));

  /** A pause, and what was measured and modelled after it. */
  private record Row(Observation observed, double tenMinutes, double longer, double halving) {
    static Row of(Observation observed) {
      int pause = observed.pause();
      return new Row(
          observed,
          warm(RetentionPreset.MEASURED, pause, 1),
          warm(RetentionPreset.AWS_2020_PACSLAB, pause, 1),
          warm(RetentionPreset.SEBS_2020, pause, RUNS));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "| %d | %.1f | %.1f | %.1f | %.1f |%n",
          observed.pause(),
          observed.warm(),
          tenMinutes,
          longer,
          halving);
    }
  }

  private final List<Row> rows = OBSERVATIONS.stream().map(Row::of).toList();

  String table() {
    return """
        | pause s | measured | 10 minutes | 640 s | halving every 380 s |
        |---|---|---|---|---|
        """
        + rows.stream().map(Row::toString).collect(Collectors.joining());
  }

  double tenMinutesError() {
    return meanAbsolute(Row::tenMinutes);
  }

  double longerError() {
    return meanAbsolute(Row::longer);
  }

  double halvingError() {
    return meanAbsolute(Row::halving);
  }

  /** Mean absolute error in environments. */
  private double meanAbsolute(ToDoubleFunction<Row> model) {
    return rows.stream()
        .mapToDouble(row -> Math.abs(model.applyAsDouble(row) - row.observed().warm()))
        .average()
        .orElseThrow();
  }

  private static double warm(RetentionPreset preset, int pause, int runs) {
    var function = OneFunction.keptFor(1, Shape.CONSTANT, 1, 1).with(preset.retention());
    var burst = new BurstArrivals(ENVIRONMENTS);
    // The pause begins when the first 20 have ended.
    var loads =
        List.<Load>of(
            new Load.Sync(burst, Duration.ZERO, 1, false),
            new Load.Sync(burst, Duration.ofSeconds(1 + pause), 2, true));
    return IntStream.range(0, runs)
        .mapToLong(seed -> function.under(loads, pause + 3, 1, seed).tally().warm())
        .average()
        .orElseThrow();
  }
}

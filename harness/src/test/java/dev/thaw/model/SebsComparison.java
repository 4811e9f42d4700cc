package dev.thaw.model;

import dev.thaw.load.BurstArrivals;
import dev.thaw.rules.environment.EmpiricalKeepAlive;
import dev.thaw.rules.environment.KeepAlive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** SeBS's eviction observations of January 2020, beside the model under three keep-alives. */
final class SebsComparison {
  private static final int ENVIRONMENTS = 20;
  private static final int RUNS = 2_000;

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

  static final KeepAlive TEN_MINUTES = KeepAlive.fixed(Duration.ofMinutes(10));
  static final KeepAlive LONGER = KeepAlive.fixed(Duration.ofSeconds(640));

  /** k times 380 s with probability 2^-k; what exceeds 10 periods is taken for 10. */
  static final KeepAlive HALVING = halving(Duration.ofSeconds(380), 10);

  private static KeepAlive halving(Duration period, int most) {
    var times = new ArrayList<Duration>();
    for (int k = 1; k < most; k++) {
      for (int i = 0; i < 1 << (most - 1 - k); i++) {
        times.add(period.multipliedBy(k));
      }
    }
    times.add(period.multipliedBy(most));
    return new EmpiricalKeepAlive(times);
  }

  String table() {
    var table =
        new StringBuilder(
            """
            | pause s | measured | 10 minutes | 640 s | halving every 380 s |
            |---|---|---|---|---|
            """);
    for (var observation : OBSERVATIONS) {
      int pause = observation.pause();
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %.1f | %.1f | %.1f | %.1f |%n",
              pause,
              observation.warm(),
              warm(TEN_MINUTES, pause),
              warm(LONGER, pause),
              warm(HALVING, pause)));
    }
    return table.toString();
  }

  /** Mean absolute error in environments. */
  double error(KeepAlive keepAlive) {
    return OBSERVATIONS.stream()
        .mapToDouble(observed -> Math.abs(warm(keepAlive, observed.pause()) - observed.warm()))
        .average()
        .orElseThrow();
  }

  private static double warm(KeepAlive keepAlive, int pause) {
    var function = OneFunction.keptFor(1, Shape.CONSTANT, 1, 1).with(keepAlive);
    var burst = new BurstArrivals(ENVIRONMENTS);
    // The pause begins when the first 20 have ended.
    var loads =
        List.<Load>of(
            new Load.Sync(burst, Duration.ZERO, 1, false),
            new Load.Sync(burst, Duration.ofSeconds(1 + pause), 2, true));
    return IntStream.range(0, RUNS)
        .mapToLong(seed -> function.under(loads, pause + 3, 1, seed).tally().warm())
        .average()
        .orElseThrow();
  }
}

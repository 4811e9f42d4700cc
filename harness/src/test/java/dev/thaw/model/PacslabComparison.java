package dev.thaw.model;

import dev.thaw.rules.environment.FixedKeepAlive;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Retention;
import dev.thaw.rules.environment.RetentionPreset;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Pacslab's AWS traces of 2020, each beside the model and beside pacslab's own model, pacsltk. */
final class PacslabComparison {
  private static final double REQUESTS = 1e6;
  private static final int WINDOWS = 10;

  /** Rows of the model are so much faster than the traces: none is to last longer than a week. */
  private static final double RATE = 10;

  /** What was measured at one arrival rate, and what pacsltk says of it. */
  record Trace(
      double rate,
      double warm,
      double cold,
      double coldShare,
      double standardError,
      double environments,
      double pacsltkCold,
      double pacsltkServers) {}

  static final List<Trace> TRACES =
      List.of(
          new Trace(0.00186, 1.9550, 2.5634, 0.2979, 0.0385, 0.674, 0.3666, 0.637),
          new Trace(0.00246, 1.9542, 2.4628, 0.1791, 0.0270, 0.814, 0.2585, 0.749),
          new Trace(0.00288, 1.9524, 2.5361, 0.1429, 0.0238, 0.779, 0.2007, 0.809),
          new Trace(0.00345, 1.9598, 2.4301, 0.0992, 0.0185, 0.908, 0.1429, 0.872),
          new Trace(0.00425, 1.9583, 2.3978, 0.0675, 0.0139, 0.946, 0.0908, 0.932),
          new Trace(0.00572, 1.9517, 2.3586, 0.0539, 0.0109, 1.032, 0.0437, 0.998),
          new Trace(0.00785, 1.9696, 2.4220, 0.0371, 0.0078, 1.129, 0.0233, 1.055),
          new Trace(0.01638, 1.9594, 2.3409, 0.0168, 0.0037, 1.270, 0.0238, 1.243),
          new Trace(0.05012, 1.9671, 2.1923, 0.0071, 0.0014, 2.114, 0.0101, 2.020),
          new Trace(0.09987, 1.9726, 2.3101, 0.0058, 0.0009, 2.764, 0.0074, 2.594),
          new Trace(0.10038, 1.9759, 2.2441, 0.0061, 0.0009, 2.889, 0.0074, 2.601));

  /** A trace and what the model says of it. */
  private record Row(Trace trace, double cold, double environments) {
    static Row of(Trace trace) {
      double pace = RATE / trace.rate();
      var retention = faster(RetentionPreset.AWS_2020_PACSLAB.retention(), pace);
      var outcome =
          OneFunction.keptFor(1, Shape.EXPONENTIAL, trace.warm() / pace, trace.cold() / pace)
              .with(retention)
              .poisson(RATE, REQUESTS / RATE, WINDOWS, 1);
      return new Row(trace, outcome.tally().coldShare(), outcome.environments().total());
    }

    private static Retention faster(Retention retention, double pace) {
      var keepAlive = (FixedKeepAlive) retention.keepAlive();
      return new Retention(
          KeepAlive.fixed(OneFunction.seconds(keepAlive.time().toSeconds() / pace)),
          OneFunction.seconds(retention.lifetime().toSeconds() / pace),
          retention.placement());
    }

    double coldError() {
      return cold / trace.coldShare() - 1;
    }

    double environmentsError() {
      return environments / trace.environments() - 1;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "| %.5f | %.4f ± %.4f | %.4f | %+.1f %% | %.4f | %.3f | %.3f | %+.1f %% | %.3f |%n",
          trace.rate(),
          trace.coldShare(),
          trace.standardError(),
          cold,
          100 * coldError(),
          trace.pacsltkCold(),
          trace.environments(),
          environments,
          100 * environmentsError(),
          trace.pacsltkServers());
    }
  }

  private final List<Row> rows = TRACES.stream().map(Row::of).toList();

  String table() {
    return """
        | arrivals/s | cold, measured | model | error | pacsltk | environments, measured | model | error | pacsltk |
        |---|---|---|---|---|---|---|---|---|
        """
        + rows.stream().map(Row::toString).collect(Collectors.joining());
  }

  /** Mean absolute error of the share of cold starts, in percent. */
  double coldError() {
    return meanAbsolute(Row::coldError);
  }

  double environmentsError() {
    return meanAbsolute(Row::environmentsError);
  }

  private double meanAbsolute(ToDoubleFunction<Row> error) {
    return 100
        * rows.stream()
            .mapToDouble(row -> Math.abs(error.applyAsDouble(row)))
            .average()
            .orElseThrow();
  }

  /** Pacsltk's mean absolute error of the share of cold starts, in percent of what was measured. */
  static double pacsltkColdError() {
    return pacsltkError(Trace::pacsltkCold, Trace::coldShare, Trace::coldShare);
  }

  static double pacsltkServersError() {
    return pacsltkError(Trace::pacsltkServers, Trace::environments, Trace::environments);
  }

  /** Mean absolute error in percent of a base. */
  static double pacsltkError(
      ToDoubleFunction<Trace> predicted,
      ToDoubleFunction<Trace> measured,
      ToDoubleFunction<Trace> base) {
    return 100
        * TRACES.stream()
            .mapToDouble(
                trace ->
                    Math.abs(predicted.applyAsDouble(trace) - measured.applyAsDouble(trace))
                        / base.applyAsDouble(trace))
            .average()
            .orElseThrow();
  }

  long withinTwoErrors() {
    return rows.stream()
        .filter(
            row -> {
              double off = row.cold() - row.trace().coldShare();
              return Math.abs(off) <= 2 * row.trace().standardError();
            })
        .count();
  }
}

package dev.thaw.experiment.predict;

import dev.thaw.experiment.predict.Prediction.OfVariant;
import dev.thaw.report.Figures;
import dev.thaw.report.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A variant's environments, cold starts and throttles over time, a row each. */
final class OverTimePlot {
  private OverTimePlot() {}

  static Sheet.Plot of(OfVariant variant) {
    var time = variant.overTime();
    var rows = new ArrayList<Sheet.Plot.Row>();
    add(rows, "arrivals", perSecond(time.arrivals(), time.windowSeconds()), "/s");
    add(rows, "running", time.running(), "environments");
    add(rows, "idle", time.idle(), "environments");
    add(rows, "provisioned", time.provisioned(), "environments");
    add(rows, "cold starts", time.cold(), "in a column");
    add(rows, "throttles", time.throttled(), "in a column");
    return new Sheet.Plot(
        Figures.format(
            "%s over %s; one column is %s, each row is drawn to its own greatest value",
            variant.variant(),
            seconds(time.windowSeconds() * time.arrivals().length),
            seconds(time.windowSeconds())),
        rows);
  }

  /** Leaves out what never was, but for cold starts: that there are none is worth a row. */
  private static void add(List<Sheet.Plot.Row> rows, String label, double[] values, String unit) {
    double most = Arrays.stream(values).max().orElse(0);
    if (most > 0 || label.equals("cold starts")) {
      rows.add(
          new Sheet.Plot.Row(
              label, values, Figures.format("at most %s %s", Figures.number(most), unit)));
    }
  }

  private static double[] perSecond(double[] counts, double seconds) {
    return Arrays.stream(counts).map(count -> count / seconds).toArray();
  }

  private static String seconds(double seconds) {
    if (seconds < 1) {
      return Figures.ms(seconds * 1000);
    }
    if (seconds < 600) {
      return Figures.number(seconds) + " s";
    }
    return seconds < 36_000
        ? Figures.number(seconds / 60) + " min"
        : Figures.number(seconds / 3600) + " h";
  }
}

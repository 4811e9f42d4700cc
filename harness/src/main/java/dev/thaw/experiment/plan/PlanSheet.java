package dev.thaw.experiment.plan;

import dev.thaw.experiment.plan.Plan.OfCandidate;
import dev.thaw.experiment.predict.Cells;
import dev.thaw.experiment.predict.ModelWords;
import dev.thaw.report.Figures;
import dev.thaw.report.Sheet;
import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A plan as it is printed. */
public final class PlanSheet {
  private static final double HOURS_PER_MONTH = 730;
  private static final String CLOSING =
      "A limit counts as kept when the whole 95 % interval of its mean lies below it; - too few"
          + " samples, without ± fewer than 5 replications. All points see the same arrivals and"
          + " chances; what is chosen was simulated again with others, which its line in the table of"
          + " candidates is from. A month has 730 hours. This is the model's word under the assumptions above:"
          + " nothing was run.";

  private final Plan plan;
  private final List<Sheet.Block> blocks = new ArrayList<>();

  private PlanSheet(Plan plan) {
    this.plan = plan;
  }

  /** The plan with its header, the answer, the candidates and the curve of the chosen one. */
  public static Sheet of(Plan plan) {
    return new PlanSheet(plan).sheet();
  }

  private Sheet sheet() {
    blocks.add(new Sheet.Heading(answer()));
    candidates();
    curve(shown());
    blocks.add(new Sheet.Remark(breakEven()));
    blocks.add(new Sheet.Remark(CLOSING));
    return new Sheet(
        plan.experiment() + " · a plan for " + plan.slo() + ": nothing was run", facts(), blocks);
  }

  private List<Sheet.Fact> facts() {
    var load = plan.load();
    var assumed = plan.assumptions();
    var facts = new ArrayList<Sheet.Fact>();
    facts.add(
        new Sheet.Fact(
            "load",
            Figures.format(
                "%s (%s requests an hour)",
                load.arrivals(), Figures.count(Math.round(load.requestsPerHour())))));
    facts.add(
        new Sheet.Fact(
            "simulated",
            Figures.format("each replication %s; seed %d", load.simulated(), load.seed())));
    facts.add(
        new Sheet.Fact(
            "model",
            Figures.format(
                "account concurrency %d, idle environments kept %s, none lives longer than %s",
                assumed.accountConcurrency(), assumed.keepAlive(), assumed.maxLifetime())));
    facts.addAll(candidateFacts());
    facts.add(new Sheet.Fact("prices", assumed.prices()));
    return facts;
  }

  private List<Sheet.Fact> candidateFacts() {
    var facts = new ArrayList<Sheet.Fact>();
    for (var candidate : plan.candidates()) {
      facts.add(
          new Sheet.Fact(
              "candidate",
              Figures.format(
                  "%s · %d MB · %s: %s",
                  candidate.variant(),
                  candidate.memoryMb(),
                  candidate.source(),
                  ModelWords.of(candidate.times()))));
    }
    plan.candidates().stream()
        .map(OfCandidate::origin)
        .filter(origin -> !origin.isEmpty())
        .distinct()
        .forEach(origin -> facts.add(new Sheet.Fact("times", origin)));
    return facts;
  }

  private String answer() {
    var choice = plan.choice();
    if (choice == null) {
      return Figures.format("Nothing keeps %s.", plan.slo());
    }
    var candidate = plan.candidates().get(choice);
    var point = point(candidate);
    return Figures.format(
        "%s with %d MB and %d provisioned keeps %s at %s an hour. %s",
        candidate.variant(),
        candidate.memoryMb(),
        point == null ? 0 : point.provisioned(),
        plan.slo(),
        point == null ? Figures.ABSENT : dollars(point.usdPerHour().value()),
        candidate.binding());
  }

  private static @Nullable Point point(OfCandidate candidate) {
    return candidate.chosen();
  }

  /** The candidate whose curve is shown: the chosen one, or the first. */
  private OfCandidate shown() {
    var choice = plan.choice();
    return plan.candidates().get(choice == null ? 0 : choice);
  }

  private void candidates() {
    var measures = measures();
    var rows = new ArrayList<List<String>>();
    rows.add(head("candidate", measures));
    for (var candidate : plan.candidates()) {
      var point = candidate.chosen();
      var label = Figures.format("%s %d MB", candidate.variant(), candidate.memoryMb());
      rows.add(point == null ? none(label, measures) : row(label, point, measures));
    }
    var tracked = shown().tracked();
    if (tracked != null) {
      rows.add(tracked(tracked, measures));
    }
    blocks.add(new Sheet.Table(layout(measures), rows));
    for (var candidate : plan.candidates()) {
      blocks.add(
          new Sheet.Remark(
              Figures.format(
                  "%s %d MB: %s", candidate.variant(), candidate.memoryMb(), candidate.binding())));
    }
  }

  private void curve(OfCandidate candidate) {
    var measures = measures();
    var rows = new ArrayList<List<String>>();
    rows.add(head("", measures));
    for (var point : candidate.curve()) {
      rows.add(row(verdict(candidate, point), point, measures));
    }
    blocks.add(
        new Sheet.Heading(
            Figures.format(
                "The curve of %s with %d MB", candidate.variant(), candidate.memoryMb())));
    blocks.add(new Sheet.Table(layout(measures), rows));
    blocks.add(plot(candidate, measures));
  }

  /** By its place among those that are certain, as more can only help. */
  private static String verdict(OfCandidate candidate, Point point) {
    var least = candidate.least();
    if (least.isEmpty() || point.provisioned() < least.get(0)) {
      return Verdict.MISSES.word();
    }
    if (candidate.chosen() != null && candidate.chosen().provisioned() == point.provisioned()) {
      return "chosen";
    }
    return (point.provisioned() < least.get(1) ? Verdict.OPEN : Verdict.KEEPS).word();
  }

  private static Sheet.Plot plot(OfCandidate candidate, List<Measure> measures) {
    var rows = new ArrayList<Sheet.Plot.Row>();
    for (var measure : measures) {
      rows.add(row(measure.word(), values(candidate, point -> point.of(measure)), measure.unit()));
    }
    rows.add(row("cost", values(candidate, Point::usdPerHour), "$ an hour"));
    var levels = new TreeSet<Integer>();
    candidate.curve().forEach(point -> levels.add(point.provisioned()));
    return new Sheet.Plot(
        Figures.format(
            "one column for each line of the table, from %d to %d provisioned; each row is drawn to its own greatest value",
            levels.first(), levels.last()),
        rows);
  }

  private static Sheet.Plot.Row row(String label, double[] values, String unit) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return new Sheet.Plot.Row(
        label, values, Figures.format("at most %s %s", Figures.number(most), unit));
  }

  private static double[] values(
      OfCandidate candidate, java.util.function.Function<Point, @Nullable Estimate> figure) {
    return candidate.curve().stream()
        .mapToDouble(
            point -> {
              var estimate = figure.apply(point);
              return estimate == null ? 0 : estimate.value();
            })
        .toArray();
  }

  /** What the tables show beside cost: what is limited, and what is always of interest. */
  private List<Measure> measures() {
    var measures = new ArrayList<Measure>();
    for (var measure : Measure.values()) {
      boolean isLimited = plan.slo().criteria().stream().anyMatch(one -> one.measure() == measure);
      boolean isUsual = measure == Measure.P99 || measure == Measure.COLD;
      if (isLimited || isUsual || measure == Measure.THROTTLES) {
        measures.add(measure);
      }
    }
    return measures;
  }

  private static String layout(List<Measure> measures) {
    return "lr" + "r".repeat(measures.size()) + "rrr";
  }

  private static List<String> head(String first, List<Measure> measures) {
    var cells = new ArrayList<>(List.of(first, "provisioned"));
    measures.forEach(measure -> cells.add(measure.word() + " " + measure.unit()));
    cells.addAll(List.of("busy %", "$/hour", "$/month"));
    return cells;
  }

  private static List<String> none(String label, List<Measure> measures) {
    var cells = new ArrayList<>(List.of(label));
    while (cells.size() < measures.size() + 5) {
      cells.add(Figures.ABSENT);
    }
    return cells;
  }

  private static List<String> tracked(Plan.Tracked tracked, List<Measure> measures) {
    var label = Figures.format("target tracking %s", Figures.format("%.1f", tracked.target()));
    var cells = row(label, tracked.point(), measures);
    cells.set(1, Figures.format("%.1f", tracked.provisioned().value()));
    return cells;
  }

  private static List<String> row(String label, Point point, List<Measure> measures) {
    var cells = new ArrayList<>(List.of(label, Figures.count(point.provisioned())));
    measures.forEach(measure -> cells.add(cell(point.of(measure), 1)));
    cells.add(cell(point.utilization(), 100));
    var usd = point.usdPerHour();
    cells.add(usd.high() == null ? Figures.format("%.4f", usd.value()) : Cells.usd(usd));
    cells.add(Figures.format("%.2f", point.usdPerHour().value() * HOURS_PER_MONTH));
    return cells;
  }

  /** Without an interval, the bare figure. */
  private static String cell(@Nullable Estimate estimate, double factor) {
    if (estimate == null) {
      return Figures.ABSENT;
    }
    var high = estimate.high();
    double value = estimate.value() * factor;
    return high == null ? Figures.number(value) : Figures.plusMinus(value, high * factor - value);
  }

  private String breakEven() {
    var even = plan.breakEven();
    return Figures.format(
        "A provisioned environment that is busy for more than %s %% of the time costs less than the same work on demand: %s (%s).",
        Figures.number(even.utilization() * 100), even.formula(), even.source());
  }

  private static String dollars(double usd) {
    return "$" + Figures.number(usd);
  }
}

package dev.thaw.experiment.plan;

import dev.thaw.report.Figures;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names what keeps a plan from being cheaper, or from being at all. */
record Binding(List<Point> curve, int most) {

  String of(@Nullable Point chosen) {
    if (chosen == null) {
      return "Nothing keeps it: " + unmet() + ".";
    }
    if (chosen.provisioned() == 0) {
      return "Nothing needs to be provisioned.";
    }
    var less =
        curve.stream()
            .filter(point -> point.provisioned() < chosen.provisioned() && !point.meets())
            .reduce((one, other) -> other);
    if (less.isEmpty()) {
      return "Cost binds: less would do, but costs more.";
    }
    var missed = words(less.orElseThrow().missed());
    int next = less.orElseThrow().provisioned() + 1;
    return next == chosen.provisioned()
        ? Figures.format("%s binds: %d provisioned would not keep it.", missed, next - 1)
        : Figures.format("Cost binds: %d would do for %s, but costs more.", next, missed);
  }

  private String unmet() {
    var best = curve.get(curve.size() - 1);
    var stubborn =
        best.missed().stream().filter(criterion -> criterion.measure().isMonotone()).toList();
    if (stubborn.isEmpty()) {
      return words(best.missed()) + " and the other limits exclude each other";
    }
    return Figures.format(
        "%s is missed with %d provisioned, too%s",
        words(stubborn),
        best.provisioned(),
        best.provisioned() == most ? ", which is all that can be provisioned" : "");
  }

  private static String words(List<Criterion> criteria) {
    return criteria.stream().map(Criterion::text).collect(Collectors.joining(" and "));
  }
}

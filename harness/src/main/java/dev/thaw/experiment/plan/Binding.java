package dev.thaw.experiment.plan;

import dev.thaw.report.Figures;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names what keeps a plan from being cheaper, or from being at all. */
record Binding(List<Point> curve, int most) {

  String of(@Nullable Point chosen) {
    if (chosen == null) {
      return "nothing keeps it: " + unmet();
    }
    var less =
        curve.stream()
            .filter(point -> point.provisioned() < chosen.provisioned() && !point.meets())
            .reduce((one, other) -> other);
    if (less.isEmpty()) {
      return chosen.provisioned() == 0
          ? "none: without any provisioned concurrency every limit is kept"
          : "cost: less would do, but costs more";
    }
    int next = less.get().provisioned();
    return next == chosen.provisioned() - 1
        ? Figures.format("%s, which %d would not keep", words(less.get().missed()), next)
        : Figures.format("cost: less would do, but costs more (%s is kept from %d on)", words(less.get().missed()), next + 1);
  }

  private String unmet() {
    var best = curve.get(curve.size() - 1);
    var stubborn =
        best.missed().stream().filter(criterion -> criterion.measure().isMonotone()).toList();
    if (stubborn.isEmpty()) {
      return words(best.missed()) + " and the other limits exclude each other";
    }
    return Figures.format("%s is missed with %d provisioned, too%s", words(stubborn),
            best.provisioned(),
            best.provisioned() == most ? ", which is all that can be provisioned" : "");
  }

  private static String words(List<Criterion> criteria) {
    return criteria.stream().map(Criterion::text).collect(Collectors.joining(" and "));
  }
}

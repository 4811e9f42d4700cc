package dev.thaw.experiment.plan;

import dev.thaw.report.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** Names what keeps a plan from being cheaper, or from being at all. */
record Binding(List<Point> curve, int most) {

  String of(Found found) {
    var chosen = found.chosen();
    var to = found.to();
    if (to == null) {
      return "Nothing keeps it: " + unmet() + ".";
    }
    if (chosen == null) {
      return "Nothing keeps it: " + tooDear() + " and the other limits exclude each other.";
    }
    if (found.from() < to) {
      return Figures.format(
          "That is not certain: the least that keeps it lies between %d and %d provisioned.",
          found.from(), to);
    }
    return certain(chosen.provisioned(), to);
  }

  private String certain(int chosen, int least) {
    if (chosen == 0) {
      return "Nothing needs to be provisioned.";
    }
    if (least == 0) {
      return "Cost binds: less would do, but costs more.";
    }
    var missed = words(missed(least - 1));
    return least == chosen
        ? Figures.format("%s binds: %d provisioned would not keep it.", missed, least - 1)
        : Figures.format("Cost binds: %d would do for %s, but costs more.", least, missed);
  }

  private List<Criterion> missed(int provisioned) {
    return curve.stream()
        .filter(point -> point.provisioned() <= provisioned)
        .reduce((one, other) -> other)
        .map(Binding::stubborn)
        .orElse(List.of());
  }

  private static List<Criterion> stubborn(Point point) {
    return point.missed().stream().filter(one -> one.measure().isMonotone()).toList();
  }

  private String unmet() {
    var best = curve.get(curve.size() - 1);
    return Figures.format(
        "%s is missed with %d provisioned, too%s",
        words(stubborn(best)),
        best.provisioned(),
        best.provisioned() == most ? ", which is all that can be provisioned" : "");
  }

  private String tooDear() {
    return curve.stream()
        .flatMap(point -> point.missed().stream())
        .filter(criterion -> !criterion.measure().isMonotone())
        .map(Criterion::text)
        .findFirst()
        .orElse("cost");
  }

  private static String words(List<Criterion> criteria) {
    return criteria.stream().map(Criterion::text).collect(Collectors.joining(" and "));
  }
}

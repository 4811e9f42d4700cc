package dev.thaw.experiment.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** A service level: limits that must all be kept, such as {@code p99 < 300 ms and cold < 0.1 %}. */
public record Slo(List<Criterion> criteria) {
  public Slo {
    criteria = List.copyOf(criteria);
  }

  /** Reads limits joined by {@code and}; a mistake names the piece and what is allowed. */
  public static Slo parse(String text) {
    var criteria = new ArrayList<Criterion>();
    var seen = EnumSet.noneOf(Measure.class);
    for (var piece : text.strip().split("(?i)\\band\\b", -1)) {
      var criterion = Criterion.parse(piece);
      if (!seen.add(criterion.measure())) {
        throw new IllegalArgumentException(
            "'%s': %s is limited twice".formatted(criterion, criterion.measure().word()));
      }
      criteria.add(criterion);
    }
    return new Slo(criteria);
  }

  /** Those limits that more provisioned concurrency can only help to keep. */
  List<Criterion> monotone() {
    return criteria.stream().filter(one -> one.measure().isMonotone()).toList();
  }

  @Override
  public String toString() {
    return criteria.stream().map(Criterion::text).collect(Collectors.joining(" and "));
  }
}

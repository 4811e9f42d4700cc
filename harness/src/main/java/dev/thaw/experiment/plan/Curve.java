package dev.thaw.experiment.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Points by their provisioned concurrency, each with as many replications as were asked for. The
 * replications of any two points share their chances.
 */
final class Curve {
  private final Runs runs;
  private final Slo slo;
  private final TreeMap<Integer, List<Finding>> findings = new TreeMap<>();

  /** Runs the replications of these numbers. */
  @FunctionalInterface
  interface Runs {
    List<Finding> of(int provisioned, int from, int to);
  }

  Curve(Runs runs, Slo slo) {
    this.runs = runs;
    this.slo = slo;
  }

  Slo slo() {
    return slo;
  }

  /** From at least so many replications. */
  Point at(int provisioned, int replications) {
    var known = findings.computeIfAbsent(provisioned, added -> new ArrayList<>());
    if (known.size() < replications) {
      known.addAll(runs.of(provisioned, known.size(), replications));
    }
    return Point.of(provisioned, known, slo);
  }

  /** From so many replications that no other point has seen and no decision has been made by. */
  Point fresh(int provisioned, int replications) {
    int first = Integer.MAX_VALUE / 2;
    return Point.of(provisioned, runs.of(provisioned, first, first + replications), slo);
  }

  /** All that were asked for, by provisioned concurrency. */
  List<Point> points() {
    return findings.entrySet().stream()
        .map(entry -> Point.of(entry.getKey(), entry.getValue(), slo))
        .toList();
  }
}

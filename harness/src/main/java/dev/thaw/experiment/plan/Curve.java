package dev.thaw.experiment.plan;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Points by their provisioned concurrency, each made when first asked for. */
final class Curve {
  private final IntFunction<Point> trial;
  private final TreeMap<Integer, Point> points = new TreeMap<>();

  Curve(IntFunction<Point> trial) {
    this.trial = trial;
  }

  Point at(int provisioned) {
    return points.computeIfAbsent(provisioned, trial::apply);
  }

  /** All that were asked for, by provisioned concurrency. */
  List<Point> points() {
    return List.copyOf(points.values());
  }
}

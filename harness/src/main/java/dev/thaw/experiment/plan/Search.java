package dev.thaw.experiment.plan;

import java.util.Comparator;
import java.util.Optional;

/**
 * Looks for the provisioned concurrency that keeps every limit at the least cost. Latency, cold
 * starts and throttles only get better with more of it, so the least that keeps their limits is
 * found by halving. Cost first falls and then rises (each further environment runs less than the
 * one before), so from there on the search goes up as long as it falls.
 */
final class Search {
  private static final int STEPS = 6;

  private final Curve curve;
  private final int most;

  /**
   * @param most what can be provisioned at all
   */
  Search(Curve curve, int most) {
    this.curve = curve;
    this.most = most;
  }

  /** The cheapest point that keeps every limit. */
  Optional<Point> cheapest() {
    int top = top();
    var least = least(top);
    least.ifPresent(point -> fillCurve(top));
    least.ifPresent(point -> goUp(point.provisioned(), top));
    if (least.isEmpty()) {
      fillCurve(top);
    }
    return curve.points().stream()
        .filter(Point::meets)
        .min(Comparator.comparingDouble(point -> point.usdPerHour().value()));
  }

  /** More than ever run at once cannot help. */
  private int top() {
    int environments = curve.at(0).environments();
    return (int) Math.min(most, Math.ceil(environments * 1.1) + 1);
  }

  private Optional<Point> least(int top) {
    if (curve.at(0).meetsAllButCost()) {
      return Optional.of(curve.at(0));
    }
    if (!curve.at(top).meetsAllButCost()) {
      return Optional.empty();
    }
    int tooLittle = 0;
    int enough = top;
    while (enough - tooLittle > 1) {
      int middle = (tooLittle + enough) >>> 1;
      if (curve.at(middle).meetsAllButCost()) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return Optional.of(curve.at(enough));
  }

  private void fillCurve(int top) {
    for (int step = 0; step <= STEPS; step++) {
      curve.at((int) Math.round((double) top * step / STEPS));
    }
  }

  /** Steps that double while cost falls, then halve around the lowest. */
  private void goUp(int least, int top) {
    int lowest = cheapestFrom(least);
    int step = Math.max(1, (top - least) / (2 * STEPS));
    while (step >= 1) {
      if (lowest + step <= top) {
        curve.at(lowest + step);
      }
      if (lowest - step >= least) {
        curve.at(lowest - step);
      }
      int next = cheapestFrom(least);
      step = next == lowest ? step / 2 : step;
      lowest = next;
    }
  }

  private int cheapestFrom(int least) {
    return curve.points().stream()
        .filter(point -> point.provisioned() >= least)
        .min(Comparator.comparingDouble(point -> point.usdPerHour().value()))
        .map(Point::provisioned)
        .orElse(least);
  }
}

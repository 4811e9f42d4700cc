package dev.thaw.experiment.plan;

import java.util.Comparator;
import java.util.OptionalInt;

/**
 * Looks for the provisioned concurrency that keeps every limit at the least cost. Latency, cold
 * starts and throttles only get better with more of it, so about the least that keeps their limits
 * is found by halving, with few replications. Near it, as many more are spent as it takes to tell
 * what keeps the limits from what misses them. Cost first falls and then rises (each further
 * environment runs less than the one before), so from there on the search goes up as long as it
 * falls. What it chooses is held against fresh replications.
 */
final class Search {
  private static final int STEPS = 6;

  /** So far from what is certain, a search goes one by one. */
  private static final int CLOSE = 3;

  private final Curve curve;
  private final int most;
  private final Effort effort;
  private final double breakEven;

  /**
   * @param most what can be provisioned at all
   * @param breakEven from which utilisation on an environment pays
   */
  Search(Curve curve, int most, Effort effort, double breakEven) {
    this.curve = curve;
    this.most = most;
    this.effort = effort;
    this.breakEven = breakEven;
  }

  Found found() {
    int top = top();
    var enough = enough(guess(top), top);
    if (enough.isEmpty()) {
      return new Found(top, null, null);
    }
    var range = narrowed(enough.orElseThrow());
    if (mayPay(range.to, top)) {
      goUp(range.to, top);
    }
    return confirmed(range, cheapestFrom(range.to), top);
  }

  /** From what may keep the limits to what does for certain. */
  private record Range(int from, int to) {}

  /** More than ever run at once cannot help. */
  private int top() {
    int environments = look(0).environments();
    return (int) Math.min(most, Math.ceil(environments * 1.1) + 1);
  }

  private Point look(int provisioned) {
    return curve.at(provisioned, effort.pilot());
  }

  /** The least whose few replications keep the limits, or the top. */
  private int guess(int top) {
    if (look(0).looksKept(curve.slo())) {
      return 0;
    }
    int tooLittle = 0;
    int enough = top;
    while (enough - tooLittle > 1) {
      int middle = (tooLittle + enough) >>> 1;
      if (look(middle).looksKept(curve.slo())) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  /** From that number on, in steps that double, the first that keeps the limits for certain. */
  private OptionalInt enough(int guess, int top) {
    int step = 1;
    int provisioned = Math.min(guess, top);
    while (settled(provisioned) != Verdict.KEEPS) {
      if (provisioned == top) {
        return OptionalInt.empty();
      }
      provisioned = Math.min(top, provisioned + step);
      step = provisioned - guess < CLOSE ? 1 : 2 * step;
    }
    return OptionalInt.of(provisioned);
  }

  /** Goes down, in steps that double, until the limits are missed for certain. */
  private Range narrowed(int enough) {
    int step = 1;
    int from = enough;
    int to = enough;
    for (int less = enough - 1; less >= 0; less -= step) {
      var verdict = settled(less);
      if (verdict == Verdict.MISSES) {
        return new Range(less + 1, to);
      }
      from = less;
      if (verdict == Verdict.KEEPS) {
        to = less;
      } else if (to - less > CLOSE) {
        step *= 2;
      }
    }
    return new Range(from, to);
  }

  /** Spends replications until that is told, or there are too many. */
  private Verdict settled(int provisioned) {
    int replications = effort.least();
    var verdict = curve.at(provisioned, replications).verdict(curve.slo());
    while (verdict == Verdict.OPEN && replications < effort.most()) {
      replications = Math.min(2 * replications, effort.most());
      verdict = curve.at(provisioned, replications).verdict(curve.slo());
    }
    return verdict;
  }

  /** Each further environment is busy for less than those before are on average. */
  private boolean mayPay(int least, int top) {
    if (top == 0) {
      return false;
    }
    var utilization = look(Math.max(1, least)).utilization();
    return utilization != null && utilization.value() > breakEven;
  }

  /** Looks at points all over the curve, for those who want to see it. */
  void fillCurve() {
    int top = top();
    for (int step = 0; step <= STEPS; step++) {
      look((int) Math.round((double) top * step / STEPS));
    }
  }

  /** Steps that double while cost falls, then halve around the lowest. */
  private void goUp(int least, int top) {
    int lowest = cheapestFrom(least);
    int step = Math.max(1, (top - least) / (2 * STEPS));
    while (step >= 1) {
      if (lowest + step <= top) {
        look(lowest + step);
      }
      if (lowest - step >= least) {
        look(lowest - step);
      }
      int next = cheapestFrom(least);
      step = next == lowest ? step / 2 : step;
      lowest = next;
    }
  }

  private int cheapestFrom(int least) {
    return curve.points().stream()
        .filter(point -> point.provisioned() >= least)
        .min(Comparator.comparingDouble(Point::usd))
        .map(Point::provisioned)
        .orElse(least);
  }

  /** Fresh replications may not keep the limits either: then it takes more, and is not certain. */
  private Found confirmed(Range range, int cheapest, int top) {
    for (int provisioned = cheapest; provisioned <= top; provisioned++) {
      var fresh = curve.fresh(provisioned, confirmations(provisioned));
      if (fresh.verdict(curve.slo()) == Verdict.KEEPS) {
        int to = provisioned == cheapest ? range.to : provisioned;
        return new Found(range.from, to, fresh.meets() ? fresh : null);
      }
    }
    return new Found(range.from, null, null);
  }

  private int confirmations(int provisioned) {
    return Math.max(effort.least(), look(provisioned).replications());
  }
}

package dev.thaw.results;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Invocations after much the same time of idleness, in seconds of platform time, and how many of
 * them were cold.
 */
public record IdleGap(double seconds, long tries, long cold) {
  private static final double NS_PER_SECOND = 1e9;

  /** Gaps as near to each other as this stand together: a call takes its time, too. */
  private static final double SAME = 1.03;

  /** One invocation, and how long the function had been idle. */
  record Try(double seconds, boolean isCold) {}

  /** The tries of a phase: the kept invocations after all that went before them. */
  static List<Try> tries(List<Invocation> kept, List<Invocation> before, double timeScale) {
    var tries = new ArrayList<Try>();
    for (var invocation : kept) {
      long sentNs = invocation.request().timing().sentNs();
      before.stream()
          .mapToLong(one -> one.request().timing().doneNs())
          .filter(doneNs -> doneNs <= sentNs)
          .max()
          .ifPresent(
              doneNs ->
                  tries.add(
                      new Try(
                          (sentNs - doneNs) * timeScale / NS_PER_SECOND,
                          invocation.temperature() == Temperature.COLD)));
    }
    tries.sort(Comparator.comparingDouble(Try::seconds));
    return tries;
  }

  /** Tries in order of their length, put together. */
  static List<IdleGap> together(List<Try> tries) {
    var gaps = new ArrayList<IdleGap>();
    int from = 0;
    for (int i = 1; i <= tries.size(); i++) {
      if (i == tries.size() || tries.get(i).seconds() > SAME * tries.get(from).seconds()) {
        gaps.add(of(tries.subList(from, i)));
        from = i;
      }
    }
    return gaps;
  }

  private static IdleGap of(List<Try> tries) {
    return new IdleGap(
        tries.stream().mapToDouble(Try::seconds).average().orElse(Double.NaN),
        tries.size(),
        tries.stream().filter(Try::isCold).count());
  }

  /** The longest that found an environment, and the shortest that did not. */
  static Evidence.Bounds bounds(List<Try> tries) {
    var warm = tries.stream().filter(one -> !one.isCold()).mapToDouble(Try::seconds).max();
    var cold = tries.stream().filter(Try::isCold).mapToDouble(Try::seconds).min();
    if (warm.isPresent() && cold.isPresent()) {
      // Where they overlap no single time explains both: it lies anywhere between.
      return new Evidence.Bounds(
          Math.min(warm.orElseThrow(), cold.orElseThrow()),
          Math.max(warm.orElseThrow(), cold.orElseThrow()),
          tries.size());
    }
    return new Evidence.Bounds(
        warm.isPresent() ? warm.orElseThrow() : null,
        cold.isPresent() ? cold.orElseThrow() : null,
        tries.size());
  }
}

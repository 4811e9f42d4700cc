package dev.thaw.model.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlidingMaximumTest {
  private static boolean[] cold(long[] arrivals, long[] ends, long keepAlive) {
    var law = new SlidingMaximum(keepAlive);
    var cold = new boolean[arrivals.length];
    for (int i = 0; i < cold.length; i++) {
      cold[i] = law.isCold(arrivals[i]);
      law.serve(ends[i]);
    }
    return cold;
  }

  @Test
  void isColdWhenMoreAreBusyThanWithinTheKeepAliveBefore() {
    // Busy 1, 2, then 1 from 30 on, 0 from 40 on; kept for 100.
    var arrivals = new long[] {0, 10, 50, 60, 135, 139, 300};
    var ends = new long[] {30, 40, 70, 80, 200, 201, 301};
    // At 135 one was busy within the last 100, and two until 70; 300 - 201 < 100.
    assertThat(cold(arrivals, ends, 100))
        .containsExactly(true, true, false, false, false, false, false);
    // Kept for 60: at 135 two were busy until 70, which is 65 before; one until 80, 55 before.
    assertThat(cold(arrivals, ends, 60))
        .containsExactly(true, true, false, false, false, true, true);
  }

  @Test
  void anEnvironmentHasHadItsTimeAtTheEndOfTheKeepAlive() {
    var arrivals = new long[] {0, 110, 215};
    var ends = new long[] {10, 120, 220};
    assertThat(cold(arrivals, ends, 100)).containsExactly(true, true, false);
  }

  @Test
  void whoArrivesAsAnotherEndsFindsItsEnvironmentFree() {
    var arrivals = new long[] {0, 10, 10, 10};
    var ends = new long[] {10, 10, 10, 20};
    assertThat(cold(arrivals, ends, 5)).containsExactly(true, false, false, false);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 5", "3, 60", "4, 600"})
  void agreesWithAStackOfEnvironments(long seed, double keepAlive) {
    var random = new SplittableRandom(seed);
    var arrivals = new long[3_000];
    var ends = new long[arrivals.length];
    double now = 0;
    for (int i = 0; i < arrivals.length; i++) {
      now += random.nextExponential() / 2;
      arrivals[i] = (long) (now * 1e9);
      ends[i] = arrivals[i] + (long) (Math.exp(1.5 * random.nextGaussian()) * 1e9);
    }
    long keepAliveNs = (long) (keepAlive * 1e9);
    assertThat(cold(arrivals, ends, keepAliveNs)).isEqualTo(byStack(arrivals, ends, keepAliveNs));
  }

  private static boolean[] byStack(long[] arrivals, long[] ends, long keepAliveNs) {
    var idleSince = new ArrayDeque<Long>();
    var busyUntil = new PriorityQueue<Long>();
    var cold = new boolean[arrivals.length];
    for (int i = 0; i < arrivals.length; i++) {
      while (!busyUntil.isEmpty() && busyUntil.peek() <= arrivals[i]) {
        idleSince.push(busyUntil.remove());
      }
      // The top was used last: if it has expired, so have all below.
      cold[i] = idleSince.isEmpty() || arrivals[i] - idleSince.peek() >= keepAliveNs;
      if (cold[i]) {
        idleSince.clear();
      } else {
        idleSince.pop();
      }
      busyUntil.add(ends[i]);
    }
    return cold;
  }

  @Test
  void itsShareIsThatOfTheChain() {
    var random = new SplittableRandom(5);
    var arrivals = new long[400_000];
    var ends = new long[arrivals.length];
    double now = 0;
    for (int i = 0; i < arrivals.length; i++) {
      now += random.nextExponential() / 0.9;
      arrivals[i] = (long) (now * 1e9);
      ends[i] = arrivals[i] + (long) (1.991 * random.nextExponential() * 1e9);
    }
    int cold = 0;
    for (boolean isCold : cold(arrivals, ends, 10_000_000_000L)) {
      cold += isCold ? 1 : 0;
    }
    double expected = MostRecentlyUsed.unlimited(0.9, 1.991, 10).solve().cold();
    // The binomial standard error is 0.0005.
    assertThat(cold / 400_000.0).isCloseTo(expected, within(0.002));
  }
}

package dev.thaw.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class QuantileBootstrapTest {
  private static final int DRAWS = 40_000;

  /** Shares of the values drawn; each is within 0.01 (4 sd) of its probability. */
  private static Map<Double, Double> shares(double p, double... values) {
    var bootstrap = new QuantileBootstrap(Sample.of(values), p, new SplittableRandom(3));
    var shares = new TreeMap<Double, Double>();
    for (int i = 0; i < DRAWS; i++) {
      shares.merge(bootstrap.draw(), 1.0 / DRAWS, Double::sum);
    }
    return shares;
  }

  @Test
  void medianOfThreeIsTheSmallestWhenTwoDrawsAre() {
    // P(at least 2 of 3 draws are the smallest) = 3 (1/9)(2/3) + 1/27 = 7/27.
    var shares = shares(0.5, 1, 2, 3);
    assertThat(shares).containsOnlyKeys(1.0, 2.0, 3.0);
    assertThat(shares.get(1.0)).isCloseTo(7.0 / 27, within(0.01));
    assertThat(shares.get(2.0)).isCloseTo(13.0 / 27, within(0.01));
  }

  @Test
  void medianOfTwoIsHalfWayWhenTheDrawsDiffer() {
    var shares = shares(0.5, 1, 2);
    assertThat(shares).containsOnlyKeys(1.0, 1.5, 2.0);
    assertThat(shares.get(1.5)).isCloseTo(0.5, within(0.01));
    assertThat(shares.get(2.0)).isCloseTo(0.25, within(0.01));
  }

  @Test
  void upperQuartileOfFiveNeedsTwoDrawsOfTheLargest() {
    // Rank h = 3 of 0..4. P(at least 2 of 5 draws are the largest) = 1 - 0.8^5 - 5 (0.2) 0.8^4.
    assertThat(shares(0.75, 1, 2, 3, 4, 5).get(5.0)).isCloseTo(0.26272, within(0.01));
  }
}

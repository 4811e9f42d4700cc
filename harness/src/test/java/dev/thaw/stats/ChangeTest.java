package dev.thaw.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.stats.Change.Kind;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ChangeTest {
  private static Sample gaussian(double mean, double sd, int n, long seed) {
    var random = new SplittableRandom(seed);
    return Sample.of(DoubleStream.generate(() -> random.nextGaussian(mean, sd)).limit(n));
  }

  @Test
  void ratioOfMediansSeesATenthMore() {
    var base = gaussian(100, 3, 40, 1);
    var other = Sample.of(DoubleStream.of(base.toArray()).map(x -> x * 1.1));
    var change = Change.ofQuantiles(Kind.RATIO, base, other, 0.5, new SplittableRandom(2));
    assertThat(change.value()).isCloseTo(0.1, within(1e-9));
    assertThat(change.excludesZero()).isTrue();
    assertThat(change.low()).isBetween(0.05, 0.1);
    assertThat(change.high()).isBetween(0.1, 0.15);
  }

  @Test
  void sampleAgainstItselfIsNoChange() {
    var base = gaussian(100, 3, 40, 1);
    var change = Change.ofQuantiles(Kind.RATIO, base, base, 0.5, new SplittableRandom(2));
    assertThat(change.value()).isZero();
    assertThat(change.excludesZero()).isFalse();
  }

  @Test
  void differenceKeepsTheUnit() {
    var change =
        Change.ofQuantiles(
            Kind.DIFFERENCE,
            Sample.of(-2, -1, 0),
            Sample.of(8, 9, 10),
            0.5,
            new SplittableRandom(1));
    assertThat(change.value()).isEqualTo(10);
  }

  @Test
  void falseAlarmsAreAsRareAsTheIntervalSays() {
    int alarms = 0;
    for (int i = 0; i < 400; i++) {
      var change =
          Change.ofQuantiles(
              Kind.RATIO,
              gaussian(100, 10, 30, 2L * i),
              gaussian(100, 10, 30, 2L * i + 1),
              0.5,
              new SplittableRandom(i));
      alarms += change.excludesZero() ? 1 : 0;
    }
    // Binomial(400, 0.05): 20 ± 4.4.
    assertThat(alarms).isBetween(4, 36);
  }

  @Test
  void ratioOfMeansUsesBothSpreads() {
    // Means 10 and 20, each of variance 1 over 100: sd of the log = sqrt(1e-4 + 0.25e-4) = 0.01118.
    var base = Sample.of(spread(10));
    var other = Sample.of(spread(20));
    var change = Change.ofMeans(base, other);
    assertThat(change.value()).isCloseTo(1.0, within(1e-9));
    assertThat(change.low()).isCloseTo(2 * Math.exp(-1.96 * 0.01118) - 1, within(5e-4));
    assertThat(change.high()).isCloseTo(2 * Math.exp(1.96 * 0.01118) - 1, within(5e-4));
  }

  private static double[] spread(double mean) {
    var values = new double[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i % 2 == 0 ? mean - 1 : mean + 1;
    }
    return values;
  }

  @Test
  void differenceOfSharesIsNewcombes() {
    // Newcombe 1998, example (a): 56/70 - 48/80 = 0.2, method 10: 0.0524 to 0.3339.
    var change = Change.ofShares(new Share(48, 80), new Share(56, 70));
    assertThat(change.value()).isCloseTo(0.2, within(1e-12));
    assertThat(change.low()).isCloseTo(0.0524, within(1e-4));
    assertThat(change.high()).isCloseTo(0.3339, within(1e-4));
  }
}

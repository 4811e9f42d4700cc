package dev.thaw.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SampleTest {
  @Test
  void quantileInterpolatesBetweenTheRanksAroundIt() {
    // n = 5: h = 4 p. p = 0.9 gives h = 3.6: 40 + 0.6 * (50 - 40) = 46.
    var sample = Sample.of(50, 10, 40, 20, 30);
    assertThat(sample.quantile(0.9)).isCloseTo(46, within(1e-9));
    assertThat(sample.quantile(0.25)).isEqualTo(20);
    assertThat(sample.quantile(0)).isEqualTo(10);
    assertThat(sample.quantile(1)).isEqualTo(50);
  }

  @Test
  void medianOfAnEvenNumberLiesHalfWay() {
    assertThat(Sample.of(1, 2, 4, 100).median()).isEqualTo(3);
  }

  @Test
  void oneValueIsEveryQuantile() {
    assertThat(Sample.of(7).quantile(0.99)).isEqualTo(7);
  }

  @Test
  void varianceIsUnbiased() {
    // Mean 5; squares 9 + 1 + 1 + 9 = 20; 20 / 3.
    assertThat(Sample.of(2, 4, 6, 8).variance()).isCloseTo(20.0 / 3, within(1e-12));
  }

  @Test
  void refusesWhatIsNotANumberAndQuantilesOfNothing() {
    assertThatThrownBy(() -> Sample.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sample.of(Double.NEGATIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sample.of().median()).hasMessageContaining("no values");
    assertThatThrownBy(() -> Sample.of(1).quantile(1.5)).hasMessageContaining("1.5");
  }
}

package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.stats.Sample;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CurveTest {
  private static Curve ofOneTo(int n) {
    return Curve.of(Sample.of(IntStream.rangeClosed(1, n).asDoubleStream()));
  }

  @Test
  void smallSampleIsDrawnValueByValue() {
    var curve = ofOneTo(5);
    assertThat(curve.isRaw()).isTrue();
    assertThat(curve.points().stream().map(Curve.Point::ms))
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    // The middle of the slowest fifth is p90: one nine.
    assertThat(curve.points().get(4).nines()).isCloseTo(1, within(1e-3));
  }

  @Test
  void largeSampleKeepsItsSlowestValuesAndNothingThatWasNotMeasured() {
    var curve = ofOneTo(1_000_000);
    assertThat(curve.points()).hasSizeBetween(100, 180);
    assertThat(curve.points().stream().map(Curve.Point::ms))
        .contains(1.0, 999_981.0, 999_999.0, 1_000_000.0)
        .allMatch(ms -> ms == Math.rint(ms));
  }

  @Test
  void emptySampleHasNoPoints() {
    assertThat(ofOneTo(0).points()).isEmpty();
  }
}

package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Logarithm} and {@link Exponential} against the JDK's reference implementations. */
final class ElementaryFunctionsTest {
  private static final int POINTS = 300_000;

  /** All that 1 - nextDouble() gives, then very small numbers, then numbers close to 1. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-12, -1e-3, -1e-9})
  void logarithmIsRightToFiveUnitsOfTheSixteenthDigit(double scale) {
    DoubleUnaryOperator place = u -> scale > 0 ? u * scale : 1 + u * scale;

    assertThat(worst(Logarithm::ofUnit, StrictMath::log, place)).isLessThan(5e-16);
  }

  @Test
  void logarithmIsRightAboveOne() {
    assertThat(worst(Logarithm::of, StrictMath::log, u -> 1 + u)).isLessThan(5e-16);
    assertThat(worst(Logarithm::of, StrictMath::log, u -> 1e9 * u)).isLessThan(5e-16);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 50, 1390})
  void exponentialIsRightToFiveUnitsOfTheSixteenthDigit(double width) {
    assertThat(worst(Exponential::of, StrictMath::exp, u -> (u - 0.5) * width)).isLessThan(5e-16);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "0, -Infinity",
    "4.9e-324, -744.4400719213812",
    "1e-310, -713.8013788281542",
    "Infinity, Infinity",
    "0.5, -0.6931471805599453",
  })
  void logarithmKnowsTheEdges(double x, double log) {
    assertThat(Logarithm.of(x)).isEqualTo(log);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1000, Infinity", "-1000, 0", "-Infinity, 0", "1, 2.718281828459045"})
  void exponentialKnowsTheEdges(double x, double power) {
    assertThat(Exponential.of(x)).isEqualTo(power);
  }

  @Test
  void neitherAnswersForWhatIsNoNumber() {
    assertThat(Logarithm.of(Double.NaN)).isNaN();
    assertThat(Logarithm.of(-1)).isNaN();
    assertThat(Exponential.of(Double.NaN)).isNaN();
  }

  /** The bits themselves: another processor or JDK must give the same. */
  @Test
  void givesTheSameBitsEverywhere() {
    long logs = 0;
    long powers = 0;
    var random = new SplittableRandom(17);
    for (int i = 0; i < 100_000; i++) {
      double u = 1 - random.nextDouble();
      logs = 31 * logs + Double.doubleToLongBits(Logarithm.ofUnit(u));
      powers = 31 * powers + Double.doubleToLongBits(Exponential.of(10 * u - 5));
    }
    assertThat(logs).isEqualTo(8361989259501955181L);
    assertThat(powers).isEqualTo(-715873656376071826L);
  }

  private static double worst(
      DoubleUnaryOperator own, DoubleUnaryOperator reference, DoubleUnaryOperator place) {
    var random = new SplittableRandom(3);
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = place.applyAsDouble(1 - random.nextDouble());
      double expected = reference.applyAsDouble(x);
      double error = Math.abs(own.applyAsDouble(x) - expected);
      worst = Math.max(worst, expected == 0 ? error : error / Math.abs(expected));
    }
    return worst;
  }
}

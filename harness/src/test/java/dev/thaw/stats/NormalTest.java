package dev.thaw.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746068543",
    "-1, 0.158655253931457",
    "1.959963984540054, 0.975",
    "-3, 0.00134989803163009",
    "-7.5, 3.19089167291089e-14",
    "-20, 2.75362411860623e-89"
  })
  void shareBelow(double z, double share) {
    assertThat(Normal.cdf(z)).isCloseTo(share, Percentage.withPercentage(1e-6));
  }

  /** Printed tables of the chi-square distribution. */
  @ParameterizedTest
  @CsvSource({
    "8, 2.180, 17.535",
    "10, 3.247, 20.483",
    "30, 16.791, 46.979",
    "100, 74.222, 129.561"
  })
  void middleOfChiSquare(double degrees, double lower, double upper) {
    assertThat(ChiSquare.lower(degrees)).isCloseTo(lower, within(0.015 * lower));
    assertThat(ChiSquare.upper(degrees)).isCloseTo(upper, within(0.002 * upper));
  }
}

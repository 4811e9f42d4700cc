package dev.thaw.rules.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are seconds. The seeds are fixed: what holds once holds always. */
final class KeepAliveTest {
  private static final int DRAWS = 100_000;

  private static double[] draws(KeepAlive keepAlive) {
    var random = new SplittableRandom(42);
    return LongStream.generate(() -> keepAlive.drawNs(random))
        .limit(DRAWS)
        .mapToDouble(ns -> ns / 1e9)
        .toArray();
  }

  private static double shareBeyond(double[] draws, double seconds) {
    return LongStream.range(0, draws.length).filter(i -> draws[(int) i] > seconds).count()
        / (double) draws.length;
  }

  /** Four standard errors of a share. */
  private static double noise(double share) {
    return 4 * Math.sqrt(share * (1 - share) / DRAWS) + 1e-12;
  }

  @Test
  void fixedIsAlwaysTheSame() {
    assertThat(draws(KeepAlive.fixed(Duration.ofMinutes(10)))).containsOnly(600);
  }

  /** P(T > t) = e^(-t / 600). */
  @ParameterizedTest
  @CsvSource({"60, 0.90484", "600, 0.36788", "1800, 0.04979"})
  void exponentialHasItsSurvival(double seconds, double expected) {
    var draws = draws(KeepAlive.exponential(Duration.ofMinutes(10)));

    assertThat(shareBeyond(draws, seconds)).isCloseTo(expected, within(noise(expected)));
  }

  @Test
  void empiricalDrawsEachOfItsTimesEquallyOften() {
    var times = List.of(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15));
    var draws = draws(new EmpiricalKeepAlive(times));

    assertThat(draws).containsOnly(300, 600, 900);
    assertThat(shareBeyond(draws, 300)).isCloseTo(2 / 3.0, within(noise(2 / 3.0)));
    assertThat(shareBeyond(draws, 600)).isCloseTo(1 / 3.0, within(noise(1 / 3.0)));
  }

  /** SeBS: of D idle ones, D x 2^-floor(t / 380 s) are left. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "379, 1",
    "380, 0.5",
    "420, 0.5",
    "759, 0.5",
    "760, 0.25",
    "1139, 0.25",
    "1140, 0.125",
    "1320, 0.125",
  })
  void halvingLeavesHalfOfThemEveryPeriod(double seconds, double expected) {
    var draws = draws(KeepAlive.halving(Duration.ofSeconds(380)));

    assertThat(shareBeyond(draws, seconds)).isCloseTo(expected, within(noise(expected)));
  }

  @Test
  void sameSeedDrawsTheSame() {
    var keepAlive = KeepAlive.exponential(Duration.ofSeconds(1));

    assertThat(draws(keepAlive)).isEqualTo(draws(keepAlive));
  }

  @Test
  void mustBePositive() {
    assertThatThrownBy(() -> KeepAlive.fixed(Duration.ZERO))
        .hasMessage("keep-alive must be positive, not PT0S");
    assertThatThrownBy(() -> KeepAlive.exponential(Duration.ofSeconds(-1)))
        .hasMessage("keep-alive must be positive, not PT-1S");
    assertThatThrownBy(() -> KeepAlive.halving(Duration.ZERO))
        .hasMessage("keep-alive must be positive, not PT0S");
    assertThatThrownBy(() -> new EmpiricalKeepAlive(List.of()))
        .hasMessage("an empirical keep-alive needs at least one time");
    assertThatThrownBy(() -> new EmpiricalKeepAlive(List.of(Duration.ZERO)))
        .hasMessage("keep-alive must be positive, not PT0S");
    assertThatThrownBy(
            () ->
                new Retention(
                    KeepAlive.fixed(Duration.ofMinutes(1)),
                    Duration.ofSeconds(-1),
                    Placement.NEWEST))
        .hasMessage("lifetime must be positive, not PT-1S");
  }
}

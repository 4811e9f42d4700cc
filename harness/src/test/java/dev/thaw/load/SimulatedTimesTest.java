package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulatedTimesTest {
  @Test
  void readsInitServiceAndSeed() {
    assertThat(
            SimulatedTimes.parse(
                "init: lognormal 250 ms 0.2; service: lognormal 20 ms 0.5; seed: 7"))
        .isEqualTo(
            new SimulatedTimes(
                Distribution.parse("lognormal 250 ms 0.2"),
                Distribution.parse("lognormal 20 ms 0.5"),
                7));
  }

  @Test
  void seedMayBeLeftOutAndTheOrderIsFree() {
    assertThat(SimulatedTimes.parse("service: constant 2 ms; init: constant 1 ms;"))
        .isEqualTo(SimulatedTimes.parse("init: constant 1 ms; service: constant 2 ms; seed: 0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "init: constant 1 ms | service is missing",
        "init: constant 1 ms; service: soon | 'soon' is not a distribution of times",
        "init: constant 1 ms; service: constant 1 ms; speed: 3 | 'speed' is none of init",
        "yes | 'yes' is none of init, service, seed",
        "init: constant 1 ms; service: constant 1 ms; seed: x | For input string: \"x\"",
      })
  void refusesTheRestWithItsReasonAndAnExample(String text, String reason) {
    assertThatThrownBy(() -> SimulatedTimes.parse(text))
        .hasMessageStartingWith("THAW_SIMULATED '" + text + "' cannot be read: ")
        .hasMessageContaining(reason)
        .hasMessageEndingWith(
            "'init: lognormal 250 ms 0.2; service: lognormal 20 ms 0.5; seed: 7'");
  }

  @Test
  void environmentsDrawDifferentlyButEachAlwaysTheSame() {
    var simulation = SimulatedTimes.parse("init: constant 1 ms; service: constant 1 ms; seed: 7");

    assertThat(simulation.random(3).nextLong()).isEqualTo(simulation.random(3).nextLong());
    assertThat(simulation.random(3).nextLong()).isNotEqualTo(simulation.random(4).nextLong());
  }
}

package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalProcessTest {
  private static List<Long> offsetsNs(String process, long seed) {
    var offsets = new ArrayList<Long>();
    ArrivalProcess.parse(process).offsetsNs(seed).forEachRemaining((long ns) -> offsets.add(ns));
    return offsets;
  }

  @Test
  void constantArrivalsAreEvenlySpaced() {
    assertThat(offsetsNs("constant 4/s for 1 s", 1))
        .containsExactly(0L, 250_000_000L, 500_000_000L, 750_000_000L);
  }

  @Test
  void aBurstArrivesAtOnce() {
    assertThat(offsetsNs("burst 3", 1)).containsExactly(0L, 0L, 0L);
  }

  /** From 0 to 10/s over 2 s the area is 10 requests; the k-th comes at sqrt(2k / 5) s. */
  @Test
  void aRampFollowsTheAreaUnderItsLine() {
    var offsets = offsetsNs("ramp 0/s to 10/s over 2 s", 1);

    assertThat(offsets).hasSize(10);
    assertThat(offsets.get(0)).isZero();
    assertThat(offsets.get(5) / 1e9).isEqualTo(Math.sqrt(2), within(1e-9));
    assertThat(offsets.get(9) / 1e9).isEqualTo(Math.sqrt(3.6), within(1e-9));
  }

  @Test
  void aRampDownIsTheOppositeOfARampUp() {
    var offsets = offsetsNs("ramp 10/s to 0/s over 2 s", 1);

    assertThat(offsets).hasSize(10).isSorted();
    assertThat(offsets.get(5) / 1e9).isEqualTo(2 - Math.sqrt(2), within(1e-9));
  }

  @Test
  void aLevelRampIsConstant() {
    assertThat(offsetsNs("ramp 4/s to 4/s over 1 s", 1))
        .isEqualTo(offsetsNs("constant 4/s for 1 s", 1));
  }

  @Test
  void theSameSeedGivesTheSamePlanAndAnotherGivesAnother() {
    assertThat(offsetsNs("poisson 50/s for 2 s", 3))
        .isEqualTo(offsetsNs("poisson 50/s for 2 s", 3));
    assertThat(offsetsNs("poisson 50/s for 2 s", 3))
        .isNotEqualTo(offsetsNs("poisson 50/s for 2 s", 4));
  }

  /**
   * So that a stored run can be replayed by any later version: the plan of a seed never changes.
   * The numbers were worked out apart from this code: SplitMix64 of seed 3, u = 53 bits, -ln(1 - u)
   * / 50.
   */
  @Test
  void thePlanOfASeedIsFixed() {
    assertThat(offsetsNs("poisson 50/s for 2 s", 3).subList(0, 3))
        .containsExactly(2_408_362L, 26_507_396L, 45_492_699L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constant 50/s for 10 s",
        "poisson 0.5/s for 5 min",
        "poisson 0.00186/s for 100000000 s",
        "ramp 10/s to 100/s over 30 s",
        "burst 20",
        "constant 2.5/s for 1500.5 ms",
        "renewal exponential 20 ms for 10 s",
        "renewal hyperexponential 10% 3300 ms, 90% 300 ms for 1 h",
        "diurnal 1/s to 50/s every 1 d for 30 d",
        "diurnal 0/s to 0.5/s every 1 d from 6 h for 30 d",
        "on-off 50/s on exponential 10000 ms off constant 30000 ms for 1 h",
        "burst 20 every 60 s for 1 h",
        "pause 30 s",
        "burst 20 then pause 10 s then poisson 5/s for 60 s then burst 1",
      })
  void theTextFormIsReadBack(String text) {
    var process = ArrivalProcess.parse(text);

    assertThat(process).hasToString(text);
    assertThat(ArrivalProcess.parse(process.toString())).isEqualTo(process);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Poisson 5 /s for 2min | poisson 5/s for 2 min",
        "constant 5/s for 1h | constant 5/s for 1 h",
        "poisson 6/min for 60 min | poisson 0.1/s for 1 h",
        "constant 36/h for 1 d | constant 0.01/s for 1 d",
        "step 10/s for 60 s, 0.5/s for 2 h | poisson 10/s for 60 s then poisson 0.5/s for 2 h",
        "renewal gamma 20 ms 0.5 for 10 s | renewal gamma 20 ms 0.5 for 10 s",
        "on-off 5/s on constant 1 s off constant 2 s for 10 s | "
            + "on-off 5/s on constant 1000 ms off constant 2000 ms for 10 s",
        "BURST 3 THEN burst 2 | burst 3 then burst 2",
      })
  void hasOneWayToWriteWhatCanBeReadInSeveral(String text, String written) {
    assertThat(ArrivalProcess.parse(text)).hasToString(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' is not an arrival process; write 'constant 50/s for 10 s', 'poisson 0.9/s for 1 h'",
        "50 | '50' is not an arrival process; write ",
        "constant 50 for 10 s | 'constant 50 for 10 s' is not an arrival process; write ",
        "constant 50/s | 'constant 50/s' is not an arrival process; write ",
        "burst 2 then | 'burst 2 then' is not an arrival process; write ",
        "burst 2 then often | 'burst 2 then often' is not an arrival process; write ",
        "poisson 0/s for 1 s | a rate of 0/s is not above 0/s and at most 1,000,000/s",
        "poisson -3/min for 1 s | a rate of -0.05/s is not above 0/s",
        "poisson 2000000/s for 1 s | a rate of 2000000/s is not above 0/s and at most",
        "ramp -1/s to 5/s over 1 s | a rate of -1/s is not above 0/s",
        "ramp 0/s to 0/s over 1 s | a rate of 0/s is not above 0/s",
        "diurnal 0/s to 0/s every 1 d for 1 d | a rate of 0/s is not above 0/s",
        "diurnal 0/s to 1/s every 1 d from 1 d for 1 d | a phase of 1 d is outside its period of 1 d",
        "constant 5/s for 0 s | a time of 0 ms is not above 0 s and at most 3650 d",
        "constant 5/s for -1 s | a time of -1 s is not above 0 s and at most 3650 d",
        "constant 1/s for 4000 d | a time of 4000 d is not above 0 s",
        "pause 2000 d then pause 2000 d | a time of 4000 d is not above 0 s",
        "burst 0 | a burst has at least 1 request, not 0",
        "burst -1 | a burst has at least 1 request, not -1",
        "burst 5 every 0 s for 1 s | a time of 0 ms is not above 0 s",
        "renewal constant 0 ms for 1 s | distances of constant 0 ms are less than 1 us on average",
        "renewal gamma for 1 s | 'gamma' is not a distribution of times",
        "on-off 5/s on constant 0 ms off constant 1 s for 1 h | 'on constant 0 ms' is less than 1 us",
      })
  void whatCannotBeAPlanIsRefusedWithTheValue(String text, String message) {
    assertThatThrownBy(() -> ArrivalProcess.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theRefusalNamesEveryForm() {
    assertThatThrownBy(() -> ArrivalProcess.parse("often"))
        .hasMessage(
            "'often' is not an arrival process; write 'constant 50/s for 10 s', "
                + "'poisson 0.9/s for 1 h', 'renewal gamma 20 ms 0.5 for 10 s', "
                + "'ramp 10/s to 100/s over 30 s', 'step 10/s for 1 min, 50/s for 1 min', "
                + "'diurnal 1/s to 50/s every 24 h for 7 d', "
                + "'on-off 50/s on exponential 10 s off constant 30 s for 1 h', 'burst 20', "
                + "'burst 20 every 1 min for 1 h', 'pause 30 s', "
                + "'trace FILE [function NAME] [from 2 h] [for 10 min] [speed 10x]', "
                + "or several with 'then' between them");
  }
}

package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  /**
   * 100,000 distances of mean 1 ms: their mean has a standard error of 0.316 %, their variance is
   * the mean's square.
   */
  @Test
  void poissonDistancesAreExponential() {
    var offsets = offsetsNs("poisson 1000/s for 100 s", 7);
    var distances = new double[offsets.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = (offsets.get(i + 1) - offsets.get(i)) / 1e6;
    }

    double mean = java.util.Arrays.stream(distances).average().orElseThrow();
    double variance =
        java.util.Arrays.stream(distances)
            .map(d -> (d - mean) * (d - mean))
            .average()
            .orElseThrow();
    assertThat(mean).isEqualTo(1, within(4 * 0.00316));
    assertThat(variance).isEqualTo(1, within(0.05));
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
        "ramp 10/s to 100/s over 30 s",
        "burst 20",
        "constant 2.5/s for 1500.5 ms"
      })
  void theTextFormIsReadBack(String text) {
    assertThat(ArrivalProcess.parse(text)).hasToString(text);
  }

  @Test
  void unitsMayBeWrittenTogetherOrApart() {
    assertThat(ArrivalProcess.parse("Poisson 5 /s for 2min")).hasToString("poisson 5/s for 2 min");
    assertThat(ArrivalProcess.parse("constant 5/s for 1h")).hasToString("constant 5/s for 1 h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "50",
        "constant 50 for 10 s",
        "constant 50/s",
        "poisson 0/s for 1 s",
        "burst 0",
        "constant 5/s for 0 s",
        "ramp 0/s to 0/s over 1 s",
        "poisson 2000000/s for 1 s",
        "constant 1/s for 169 h",
        "burst -1"
      })
  void whatCannotBeAPlanIsRefused(String text) {
    assertThatThrownBy(() -> ArrivalProcess.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

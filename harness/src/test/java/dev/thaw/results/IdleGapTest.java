package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IdleGapTest {

  @Test
  void triesWithinThreePercentStandTogether() {
    var gaps =
        IdleGap.together(
            List.of(
                new IdleGap.Try(100, false),
                new IdleGap.Try(102, false),
                new IdleGap.Try(104, true)));

    assertThat(gaps).containsExactly(new IdleGap(101, 2, 0), new IdleGap(104, 1, 1));
  }

  @Test
  void keepAliveLiesBetweenTheLongestWarmAndTheShortestColdGap() {
    var bounds =
        IdleGap.bounds(
            List.of(
                new IdleGap.Try(300, false),
                new IdleGap.Try(570, false),
                new IdleGap.Try(630, true),
                new IdleGap.Try(700, true)));

    assertThat(bounds).isEqualTo(new Evidence.Bounds(570.0, 630.0, 4));
  }

  @Test
  void whereAllCallsWereWarmThereIsNoUpperBound() {
    assertThat(IdleGap.bounds(List.of(new IdleGap.Try(300, false))))
        .isEqualTo(new Evidence.Bounds(300.0, null, 1));
  }
}

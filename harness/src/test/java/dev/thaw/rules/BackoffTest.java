package dev.thaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
  private static final Backoff ONE_SECOND_TO_FIVE_MINUTES =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 4", "7, 128", "8, 256", "9, 300", "62, 300", "2147483647, 300"})
  void doublesUpToTheMost(int step, long seconds) {
    assertThat(ONE_SECOND_TO_FIVE_MINUTES.delayNs(step)).isEqualTo(seconds * 1_000_000_000);
  }

  @Test
  void refusesToStartAtNothingOrToShrink() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessage("a back-off from PT0S to PT1S: it starts above zero and does not shrink");
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("does not shrink");
    assertThatThrownBy(() -> ONE_SECOND_TO_FIVE_MINUTES.delayNs(-1)).hasMessageContaining("-1");
  }
}

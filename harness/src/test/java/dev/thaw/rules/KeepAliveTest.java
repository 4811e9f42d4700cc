package dev.thaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeepAliveTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** 10 minutes idle, 120 in all; everything in minutes. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 10",
    "0, 5, 15",
    "0, 109, 119",
    "0, 110, 120",
    "0, 115, 120",
    "100, 115, 125",
  })
  void expiresByIdlenessOrAgeWhicheverComesFirst(long created, long idleSince, long expiry) {
    assertThat(KeepAlive.MEASURED.expiryNs(created * MINUTE, idleSince * MINUTE))
        .isEqualTo(expiry * MINUTE);
  }

  @Test
  void mustBePositive() {
    assertThatThrownBy(() -> new KeepAlive(Duration.ZERO, Duration.ofHours(2)))
        .hasMessage("idle time must be positive, not PT0S");
    assertThatThrownBy(() -> new KeepAlive(Duration.ofMinutes(1), Duration.ofSeconds(-1)))
        .hasMessage("lifetime must be positive, not PT-1S");
  }
}

package dev.thaw.engine.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogEventTest {
  private static LogEvent event(int length) {
    return new LogEvent(1, "stream", 0, 0, "x".repeat(length));
  }

  @Test
  void aPageHoldsOneMegabyteAndOneEventAtLeast() {
    // Four of 262,144 are 1,048,576 = 1 MB.
    assertThat(LogEvent.onPage(Collections.nCopies(4, event(262_144)))).isEqualTo(4);
    assertThat(LogEvent.onPage(Collections.nCopies(5, event(262_144)))).isEqualTo(4);
    assertThat(LogEvent.onPage(List.of(event(2_000_000), event(1)))).isEqualTo(1);
    assertThat(LogEvent.onPage(List.of())).isZero();
  }
}

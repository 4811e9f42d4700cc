package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.WallClock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LogOutputTest {
  @Test
  void keepsTheEndOfATextThatDoesNotEnd() {
    var written = new AtomicInteger();
    var out =
        new LogOutput(
            (group, stream, at, message) -> written.incrementAndGet(),
            new WallClock(),
            "group",
            "stream");
    for (int i = 0; i < 1_000; i++) {
      out.write("%09d\n".formatted(i).repeat(100));
    }
    // 1,000 lines' text; at each 131,072 it shrinks to 65,536, so that less than twice is left.
    var tail = out.takeTail();
    assertThat(tail).hasSizeBetween(65_536, 131_072).endsWith("000000999\n");
    assertThat(written).as("the stream has all of it").hasValue(1_000);
    assertThat(out.takeTail()).isEmpty();
  }
}

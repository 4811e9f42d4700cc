package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PeakMemoryIT {
  /** No JVM runs in less than 16 MB; "sleep" takes less than that. */
  @Test
  void tellsALargeProcessFromASmallOneAndRemembersThePeak() throws Exception {
    var sleep = new ProcessBuilder("sleep", "300").start();
    try (var small = new PeakMemory(sleep.pid());
        var large = new PeakMemory(ProcessHandle.current().pid())) {
      assertThat(large.megabytes()).isGreaterThan(16);
      Processes.await("sleep to be there", () -> small.megabytes() > 0);
      assertThat(small.megabytes()).isBetween(1, 16);

      int seen = small.megabytes();
      sleep.destroyForcibly().waitFor();
      assertThat(small.megabytes()).isEqualTo(seen);
    } finally {
      sleep.destroyForcibly();
    }
  }

  @Test
  void canAskPs() {
    var memory = new PeakMemory(ProcessHandle.current().pid());
    memory.close();
    assertThat(memory.megabytes()).as("without /proc").isZero();

    memory.sampleWithPs();
    assertThat(memory.megabytes()).isGreaterThan(16);
  }
}

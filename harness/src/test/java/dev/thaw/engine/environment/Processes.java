package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What tests ask of processes that are not their own children. */
final class Processes {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration STEP = Duration.ofMillis(10);

  private Processes() {}

  /** Whether a process runs; one that only waits to be reaped does not. */
  static boolean lives(long pid) {
    var handle = ProcessHandle.of(pid);
    if (handle.isEmpty() || !handle.orElseThrow().isAlive()) {
      return false;
    }
    try {
      var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return " ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) <= 0;
    } catch (IOException e) {
      return !Files.exists(Path.of("/proc/self")) && handle.orElseThrow().isAlive();
    }
  }

  static void awaitEnd(long pid) {
    await("process " + pid + " to end", () -> !lives(pid));
  }

  static void await(String what, BooleanSupplier condition) {
    long startNs = TestFleet.CLOCK.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(Duration.ofNanos(TestFleet.CLOCK.nanoTime() - startNs))
          .as("time waited for " + what)
          .isLessThan(LIMIT);
      TestFleet.CLOCK.sleep(STEP);
    }
  }
}

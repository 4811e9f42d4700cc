package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing survives the engine, however it ends. */
final class ProcessWatchdogIT {
  @TempDir private Path folder;

  @Test
  void killedEngineLeavesNoProcessAndNoFolder() throws Exception {
    var engine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EngineThatIsKilled.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(engine.getInputStream(), StandardCharsets.UTF_8))) {
      var pids = Stream.of(lines.readLine().split(" ", 2)).map(Long::valueOf).toList();
      assertThat(pids).hasSize(2).allMatch(Processes::lives);
      assertThat(folder.resolve("work")).isDirectory();

      engine.destroyForcibly();

      pids.forEach(Processes::awaitEnd);
      Processes.await("the folder to go", () -> !Files.exists(folder.resolve("work")));
    } finally {
      engine.destroyForcibly();
    }
  }

  @Test
  void closeKillsWhatIsRegisteredAndRemovesFolders() throws Exception {
    var registered = new ProcessBuilder("sleep", "300").start();
    var unregistered = new ProcessBuilder("sleep", "300").start();
    var inFolder = Files.createDirectories(folder.resolve("with space/and $more"));
    Files.writeString(inFolder.resolve("file"), "x");
    var watchdog = ProcessWatchdog.start();
    try {
      watchdog.register(registered.pid());
      watchdog.register(unregistered.pid());
      watchdog.registerFolder(folder.resolve("with space"));
      watchdog.unregister(unregistered.pid());
      assertThat(watchdog.isAlive()).isTrue();

      watchdog.close();
      watchdog.register(unregistered.pid());

      assertThat(watchdog.isAlive()).isFalse();
      Processes.awaitEnd(registered.pid());
      assertThat(Processes.lives(unregistered.pid())).isTrue();
      assertThat(folder.resolve("with space")).doesNotExist();
    } finally {
      watchdog.close();
      registered.destroyForcibly();
      unregistered.destroyForcibly();
    }
  }

  @Test
  void groupIsKilledOnDemandWithItsChildren() throws Exception {
    var group = new ProcessBuilder("setsid", "sh", "-c", "sleep 300 & echo $!; wait").start();
    try (var watchdog = ProcessWatchdog.start();
        var lines =
            new BufferedReader(
                new InputStreamReader(group.getInputStream(), StandardCharsets.UTF_8))) {
      long child = Long.parseLong(lines.readLine());
      watchdog.registerGroup(group.pid());
      assertThat(Processes.lives(child)).isTrue();

      watchdog.killGroup(group.pid());

      Processes.awaitEnd(child);
      Processes.awaitEnd(group.pid());
    } finally {
      group.destroyForcibly();
    }
  }
}

package dev.thaw.gatling;

import dev.thaw.results.RunFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as the launcher starts it, with an experiment and a folder for its run. */
record ThawProcess(Process process, Path folder) implements AutoCloseable {
  private static final long LIMIT_SECONDS = 240;

  /** Runs an experiment; its run's folder goes below the given one. */
  static ThawProcess run(Path folder, String experiment, String... arguments) throws IOException {
    var file = Files.writeString(folder.resolve("experiment.yaml"), experiment);
    var home = Path.of(System.getProperty("thaw.home"));
    var harness = home.resolve("harness/target");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dthaw.home=" + home,
                "-cp",
                harness.resolve("thaw.jar") + File.pathSeparator + harness.resolve("lib/*"),
                "dev.thaw.cli.Main",
                "run",
                file.toString(),
                "--out",
                folder.resolve("runs").toString()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    return new ThawProcess(process, folder);
  }

  /** Waits for the end; the exit code. */
  int await() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("thaw has not ended in %d s".formatted(LIMIT_SECONDS));
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
  }

  boolean hasRunFolder() throws IOException {
    var runs = folder.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return false;
    }
    try (var made = Files.list(runs)) {
      return made.anyMatch(run -> Files.exists(run.resolve("run.json")));
    }
  }

  /** The one run that was made. */
  RunFolder runFolder() throws IOException {
    try (var runs = Files.list(folder.resolve("runs"))) {
      return RunFolder.open(runs.findFirst().orElseThrow());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

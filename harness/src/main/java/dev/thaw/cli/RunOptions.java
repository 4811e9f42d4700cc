package dev.thaw.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The run folder that a command is about. */
final class RunOptions {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "A run's folder or its name below reports/runs. Default: the newest run.")
  private @Nullable Path run;

  @Nullable Path run() {
    return run;
  }
}

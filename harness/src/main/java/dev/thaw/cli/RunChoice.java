package dev.thaw.cli;

import dev.thaw.results.RunFolder;
import dev.thaw.results.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The run that a command is about. */
final class RunChoice {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description =
          "A run's folder, or its name below reports/runs. Default: the newest run there.")
  private @Nullable Path run;

  RunFolder open(Surroundings surroundings, CommandLine command) throws IOException {
    try {
      return RunFolder.open(path(surroundings, command));
    } catch (RunFolderException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private Path path(Surroundings surroundings, CommandLine command) throws IOException {
    if (run == null) {
      return newest(surroundings.runs())
          .orElseThrow(
              () ->
                  new ParameterException(
                      command, "there is no run below %s yet".formatted(surroundings.runs())));
    }
    var here = surroundings.workingFolder().resolve(run);
    return Files.isDirectory(here) ? here : surroundings.runs().resolve(run);
  }

  private static Optional<Path> newest(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (var folders = Files.list(runs)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("run.json")))
          .max(Path::compareTo);
    }
  }
}

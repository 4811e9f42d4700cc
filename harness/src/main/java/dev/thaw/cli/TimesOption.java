package dev.thaw.cli;

import dev.thaw.experiment.fit.FitFile;
import dev.thaw.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** What {@code --times} names besides a preset: a file that fit wrote, or a run. */
final class TimesOption {
  private TimesOption() {}

  /** The fit that a name stands for; none where it is neither a file nor a run. */
  static Optional<FitFile> fit(String name, Surroundings surroundings) throws IOException {
    var here = surroundings.workingFolder().resolve(name);
    if (Files.isRegularFile(here)) {
      return Optional.of(FitFile.read(here));
    }
    var run = Files.isDirectory(here) ? here : surroundings.runs().resolve(name);
    return Files.isDirectory(run)
        ? Optional.of(FitFile.of(RunFolder.open(run).read()))
        : Optional.empty();
  }
}

package dev.thaw.gatling;

import dev.thaw.results.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run that is repeated, not judged, when it says itself that this machine was too busy. */
final class ValidRun {
  private static final int ATTEMPTS = 3;

  private ValidRun() {}

  /** What the first valid run of an experiment measured. */
  static Summary of(Path folder, String experiment) throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var own = Files.createDirectory(folder.resolve("attempt-" + attempt));
      try (var thaw = ThawProcess.run(own, experiment, "--seed", "7")) {
        thaw.await();
        var summary = Summary.of(thaw.runFolder().read());
        if (summary.validity().holds()) {
          return summary;
        }
      }
    }
    throw new AssertionError(
        "this machine was too busy for a valid run, %d times".formatted(ATTEMPTS));
  }
}

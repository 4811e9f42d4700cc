package dev.thaw.cli;

import dev.thaw.experiment.file.ExperimentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/**
 * Where an experiment comes from: its text, what it is called in messages, and the folder from
 * which its packages' paths count.
 */
record ExperimentSource(String name, String text, Path folder) {
  private static final long MOST_BYTES = 4 << 20;

  /** The experiments that come with Thaw; {@code NAME.yaml} in the resources of experiment. */
  private static final List<String> BUILT_IN =
      List.of(
          "quickstart",
          "cold-starts",
          "concurrency-limit",
          "provisioned",
          "invocation-models",
          "idle-expiry",
          "memory-sizes",
          "start-up",
          "diurnal");

  static List<ExperimentSource> builtIn(Path home) {
    return BUILT_IN.stream().map(name -> builtIn(name, home)).toList();
  }

  /** A built-in name, or else a file. */
  static ExperimentSource find(String nameOrFile, Surroundings surroundings, CommandLine command) {
    if (BUILT_IN.contains(nameOrFile)) {
      return builtIn(nameOrFile, surroundings.home());
    }
    var file = surroundings.workingFolder().resolve(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new CommandLine.ParameterException(
          command,
          "'%s' is neither a file nor a built-in experiment (%s)"
              .formatted(nameOrFile, String.join(", ", BUILT_IN)));
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new CommandLine.ParameterException(
            command,
            "'%s' is no experiment file: it has %,d bytes, and at most %,d are read"
                .formatted(nameOrFile, Files.size(file), MOST_BYTES));
      }
      var text = Files.readString(file);
      return new ExperimentSource(
          String.valueOf(file.getFileName()), text, Objects.requireNonNull(file.getParent()));
    } catch (MalformedInputException e) {
      throw new CommandLine.ParameterException(
          command, "'%s' is not a text file in UTF-8".formatted(nameOrFile), e);
    } catch (IOException e) {
      throw new CommandLine.ParameterException(
          command, "'%s' cannot be read: %s".formatted(nameOrFile, e.getMessage()), e);
    }
  }

  private static ExperimentSource builtIn(String name, Path home) {
    var resource = "/dev/thaw/experiment/builtin/" + name + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(ExperimentSource.class.getResourceAsStream(resource), resource)) {
      return new ExperimentSource(
          name, new String(in.readAllBytes(), StandardCharsets.UTF_8), home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ExperimentFile read(List<String> settings) {
    return ExperimentFile.read(name, text, settings);
  }
}

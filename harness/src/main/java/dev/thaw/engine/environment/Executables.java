package dev.thaw.engine.environment;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs on this machine's PATH. */
final class Executables {
  private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

  private Executables() {}

  static String path() {
    return Optional.ofNullable(System.getenv("PATH")).orElse(USUAL_PATH);
  }

  static Optional<Path> find(String name) {
    return Stream.of(path().split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}

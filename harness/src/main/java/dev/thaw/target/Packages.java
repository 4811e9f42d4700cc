package dev.thaw.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds function packages: {@code sample:NAME} is one of Thaw's sample functions below {@code
 * home}, anything else a ZIP's path from {@code base}, the folder of the experiment file.
 */
public record Packages(Path home, Path base) {
  /** What a direct upload may have at most. */
  private static final long MAX_BYTES = 52_428_800;

  private static final String SAMPLE = "sample:";

  /** The bytes of a package; a missing or too large one is a {@link TargetException}. */
  public byte[] read(String source) {
    var file = path(source);
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
        throw new TargetException(
            "package %s has %,d bytes; a ZIP that is uploaded directly may have %,d"
                .formatted(file, Files.size(file), MAX_BYTES));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TargetException(
          "package '%s' cannot be read at %s: build it, or correct 'package' in the experiment"
              .formatted(source, file),
          e);
    }
  }

  private Path path(String source) {
    if (!source.startsWith(SAMPLE)) {
      return base.resolve(source).normalize();
    }
    var name = source.substring(SAMPLE.length());
    if (!name.matches("[a-z0-9-]+")) {
      throw new TargetException(
          "'%s' is not a sample function; there is sample:java".formatted(source));
    }
    return home.resolve("sample-functions/%s/target/sample-%s.zip".formatted(name, name));
  }
}

package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that must not change unless somebody means it: -Dthaw.golden=write rewrites them. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/thaw/report");

  private Golden() {}

  /** Compares a text with the file of that name. */
  public static void check(String name, String text) throws IOException {
    var file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("thaw.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}

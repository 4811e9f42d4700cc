package dev.thaw.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder of the engine's own that goes with it. */
record WorkFolder(Path path) {
  static WorkFolder create(Path parent) {
    try {
      return new WorkFolder(
          Files.createTempDirectory(Files.createDirectories(parent), "thaw-engine-"));
    } catch (IOException e) {
      throw new EngineException(
          "Could not create a folder in " + parent + "; choose another work folder", e);
    }
  }

  void delete() {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (var content = Files.walk(path)) {
      List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
      for (var each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new EngineException("Could not delete " + path + "; delete it by hand", e);
    }
  }
}

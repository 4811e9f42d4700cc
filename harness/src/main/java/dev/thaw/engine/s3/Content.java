package dev.thaw.engine.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An object's bytes: held in memory, or in a file of their own. */
sealed interface Content {
  byte[] bytes();

  void writeTo(OutputStream out) throws IOException;

  /** Small content. */
  record Held(byte[] bytes) implements Content {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  /** Content in a file. */
  record Filed(Path file) implements Content {
    @Override
    public byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      Files.copy(file, out);
    }
  }
}

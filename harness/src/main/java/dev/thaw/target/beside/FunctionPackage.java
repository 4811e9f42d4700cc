package dev.thaw.target.beside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * The function that every endpoint runs: a handler in Python for Lambda's own Python runtime, and
 * in the same package a custom runtime that runs the same handler.
 */
final class FunctionPackage {
  static final String HANDLER = "work.handler";
  private static final int FILE = 0100644;
  private static final int PROGRAM = 0100755;

  private FunctionPackage() {}

  static byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      add(zip, "work.py", FILE);
      add(zip, "bootstrap", PROGRAM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipArchiveOutputStream zip, String name, int mode) throws IOException {
    var entry = new ZipArchiveEntry(name);
    entry.setUnixMode(mode);
    zip.putArchiveEntry(entry);
    try (var content =
        Objects.requireNonNull(FunctionPackage.class.getResourceAsStream(name), name)) {
      content.transferTo(zip);
    }
    zip.closeArchiveEntry();
  }
}

package dev.thaw.load.trace;

import java.nio.file.Path;

/** A trace that cannot be used; the message names file, line and value. */
public final class TraceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  TraceException(Path file, String message) {
    super(file + ": " + message);
  }

  TraceException(Path file, long line, String message) {
    super("%s, line %d: %s".formatted(file, line, message));
  }
}

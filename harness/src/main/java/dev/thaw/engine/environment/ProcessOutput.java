package dev.thaw.engine.environment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A process's output as lines, read without ever blocking: what was written before a call of {@link
 * #drain} is handed over by that call, so that a log line can never come after the END of its
 * invocation.
 */
final class ProcessOutput {
  /** CloudWatch's largest event is 256 KB; a longer line is cut. */
  private static final int MAX_LINE_BYTES = 256 * 1024 - 26;

  private final InputStream in;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte[] buffer = new byte[0];

  ProcessOutput(InputStream in, Consumer<String> lines) {
    this.in = in;
    this.lines = lines;
  }

  /** Hands over the complete lines that are there; true if there was any output at all. */
  boolean drain() {
    boolean any = false;
    try {
      for (int available = in.available(); available > 0; available = in.available()) {
        any = true;
        read(available);
      }
    } catch (IOException e) {
      // The process has ended and its pipe was closed: there is nothing more.
      return any;
    }
    return any;
  }

  /** Hands over all there is, the last line even without its line break. */
  void drainAll() {
    drain();
    emit();
  }

  private void read(int available) throws IOException {
    if (buffer.length < available) {
      buffer = new byte[available];
    }
    int count = in.read(buffer, 0, available);
    for (int i = 0; i < count; i++) {
      line.write(buffer[i]);
      if (buffer[i] == '\n' || line.size() >= MAX_LINE_BYTES) {
        emit();
      }
    }
  }

  private void emit() {
    if (line.size() > 0) {
      lines.accept(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }
  }
}

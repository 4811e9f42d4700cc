package dev.thaw.engine.environment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The peak resident memory of one process in MB, from {@code VmHWM} of {@code /proc/PID/status};
 * where there is no {@code /proc}, the largest resident set that {@code ps} saw.
 */
final class PeakMemory implements AutoCloseable {
  private static final byte[] FIELD = "\nVmHWM:".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_BYTES = 4096;
  private static final int KB_PER_MB = 1024;

  /** Without {@code /proc}, memory must be asked for with {@link #sampleWithPs}. */
  static final boolean NEEDS_PS = !Files.exists(Path.of("/proc/self/status"));

  private final long pid;
  private final byte[] text = new byte[STATUS_BYTES];
  private @Nullable RandomAccessFile status;
  private volatile long kilobytes;

  PeakMemory(long pid) {
    this.pid = pid;
    var file = Path.of("/proc", String.valueOf(pid), "status");
    try {
      status = Files.isReadable(file) ? new RandomAccessFile(file.toFile(), "r") : null;
    } catch (IOException e) {
      // The process has just ended.
      status = null;
    }
  }

  /** The peak so far, rounded up; once the process has ended, the last that was seen. */
  int megabytes() {
    sample();
    return (int) ((kilobytes + KB_PER_MB - 1) / KB_PER_MB);
  }

  void sample() {
    if (status == null) {
      return;
    }
    try {
      status.seek(0);
      int length = status.read(text);
      kilobytes = Math.max(kilobytes, field(length));
    } catch (IOException e) {
      // The process has ended: what was seen last stays.
      close();
    }
  }

  private long field(int length) {
    for (int start = 0; start + FIELD.length < length; start++) {
      if (startsWithField(start)) {
        return number(start + FIELD.length, length);
      }
    }
    return 0;
  }

  private boolean startsWithField(int start) {
    for (int i = 0; i < FIELD.length; i++) {
      if (text[start + i] != FIELD[i]) {
        return false;
      }
    }
    return true;
  }

  private long number(int start, int length) {
    long value = 0;
    for (int i = start; i < length && text[i] != '\n' && text[i] != 'k'; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        value = value * 10 + text[i] - '0';
      }
    }
    return value;
  }

  /** Asks {@code ps}, which takes a process of its own: not on the environment's loop. */
  void sampleWithPs() {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
      ps.getOutputStream().close();
      var answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      kilobytes = Math.max(kilobytes, Long.parseLong(answer.strip()));
    } catch (IOException | NumberFormatException e) {
      // No ps, or the process has ended: what was seen last stays.
      kilobytes = Math.max(kilobytes, 0);
    }
  }

  @Override
  public void close() {
    try {
      if (status != null) {
        status.close();
      }
    } catch (IOException e) {
      // Nothing was written to it.
      status = null;
    }
    status = null;
  }
}

package dev.thaw.results;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as gzipped NDJSON from a thread of its own: {@link #add} never blocks, and what was
 * added more than half a second ago can be read from the file even if this process is killed.
 *
 * <p>Any thread may add; one thread closes. After a failed write, {@link #close} throws it.
 */
public final class NdjsonWriter<T> implements AutoCloseable {
  private static final long FLUSH_INTERVAL_NS = 500_000_000L;

  private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
  private final ObjectWriter json;
  private final OutputStream out;
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable IOException failure;
  private long written;

  private NdjsonWriter(OutputStream out, Class<T> type, String name) {
    this.out = out;
    this.json = RunJson.MAPPER.writerFor(type).withRootValueSeparator("\n");
    this.thread = new Thread(this::drain, "ndjson-" + name);
    thread.setDaemon(true);
  }

  /** Creates the file (and starts its thread); an existing one is replaced. */
  public static <T> NdjsonWriter<T> create(Path file, Class<T> type) throws IOException {
    var out =
        new GZIPOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 13, true);
    var writer = new NdjsonWriter<>(out, type, String.valueOf(file.getFileName()));
    writer.thread.start();
    return writer;
  }

  /** Takes a value to be written soon. */
  public void add(T value) {
    queue.add(value);
  }

  /** Writes what is left and closes the file; the number of values written. */
  public long finish() throws IOException {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var failed = failure;
    if (failed != null) {
      throw failed;
    }
    return written;
  }

  @Override
  public void close() {
    try {
      finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void drain() {
    try (out) {
      while (true) {
        boolean last = closing;
        writeQueued();
        if (last) {
          return;
        }
        out.flush();
        LockSupport.parkNanos(FLUSH_INTERVAL_NS);
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void writeQueued() throws IOException {
    for (T value = queue.poll(); value != null; value = queue.poll()) {
      out.write(json.writeValueAsBytes(value));
      out.write('\n');
      written++;
    }
  }
}

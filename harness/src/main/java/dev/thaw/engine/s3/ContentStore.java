package dev.thaw.engine.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where content is kept: that of at most 64 KiB in memory while all such content together has at
 * most 256 MiB, and all other in files with numbers for names, so that no key can lead out of the
 * folder. Thread-safe.
 */
final class ContentStore {
  private static final int LARGEST_HELD = 64 * 1024;
  private static final long MOST_HELD = 256L * 1024 * 1024;

  private final Path folder;
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong held = new AtomicLong();

  ContentStore(Path folder) {
    this.folder = folder;
  }

  Content keep(byte[] bytes) {
    if (bytes.length <= LARGEST_HELD) {
      if (held.addAndGet(bytes.length) <= MOST_HELD) {
        return new Content.Held(bytes);
      }
      held.addAndGet(-bytes.length);
    }
    return file(bytes);
  }

  Content.Filed file(byte[] bytes) {
    try {
      return new Content.Filed(Files.write(next(), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts in one file, one behind the other. */
  Content join(List<Content> parts) {
    try {
      var file = next();
      try (var out = Files.newOutputStream(file)) {
        for (var part : parts) {
          part.writeTo(out);
        }
      }
      return new Content.Filed(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path next() throws IOException {
    Files.createDirectories(folder);
    return folder.resolve(Long.toString(files.incrementAndGet()));
  }

  void discard(Content content) {
    if (content instanceof Content.Held small) {
      held.addAndGet(-small.bytes().length);
    } else if (content instanceof Content.Filed large) {
      try {
        Files.deleteIfExists(large.file());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

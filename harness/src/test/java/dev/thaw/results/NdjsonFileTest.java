package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NdjsonFileTest {
  @TempDir private Path folder;

  private static Stretch stretch(int number) {
    return new Stretch("cold", "a", number, 1, number % 2 == 0, number % 2 == 0 ? null : "odd");
  }

  private NdjsonFile<Stretch> written(int count) throws IOException {
    var file = folder.resolve("stretches.ndjson.gz");
    try (var writer = NdjsonWriter.create(file, Stretch.class)) {
      IntStream.range(0, count).forEach(number -> writer.add(stretch(number)));
    }
    return new NdjsonFile<>(file, Stretch.class);
  }

  @Test
  void readsBackWhatWasWrittenInOrder() throws IOException {
    var contents = written(10_000).read();

    assertThat(contents.isComplete()).isTrue();
    assertThat(contents.values()).hasSize(10_000).startsWith(stretch(0)).endsWith(stretch(9_999));
  }

  @Test
  void anEmptyFileHasNoValues() throws IOException {
    assertThat(written(0).read().values()).isEmpty();
  }

  /** A killed writer leaves a file cut off anywhere, also inside a line. */
  @Test
  void readsACutOffFileToWhereItEnds() throws IOException {
    var file = written(10_000);
    var bytes = Files.readAllBytes(file.path());
    Files.write(file.path(), Arrays.copyOf(bytes, bytes.length / 2));

    var contents = file.read();

    assertThat(contents.isComplete()).isFalse();
    assertThat(contents.values()).hasSizeBetween(1_000, 9_000).startsWith(stretch(0), stretch(1));
  }

  @Test
  void aMissingFileIsAnError() {
    var missing = new NdjsonFile<>(folder.resolve("none.gz"), Stretch.class);

    assertThatThrownBy(missing::read).isInstanceOf(NoSuchFileException.class);
  }

  /**
   * What a reader sees while the writer is still open: everything older than the flush interval.
   */
  @Test
  void whatWasAddedCanBeReadBeforeTheFileIsClosed() throws IOException, InterruptedException {
    var file = folder.resolve("open.ndjson.gz");
    try (var writer = NdjsonWriter.create(file, Stretch.class)) {
      writer.add(stretch(0));
      var reader = new NdjsonFile<>(file, Stretch.class);
      for (int i = 0; i < 100 && reader.read().values().isEmpty(); i++) {
        Thread.sleep(50);
      }

      assertThat(reader.read().values()).containsExactly(stretch(0));
      assertThat(reader.read().isComplete()).isFalse();
    }
  }
}

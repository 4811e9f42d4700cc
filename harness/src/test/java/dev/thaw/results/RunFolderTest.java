package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
  @TempDir private Path runs;
  private RunFolder folder;

  @BeforeEach
  void writeRun() throws IOException {
    folder = SyntheticRun.complete(runs, new SyntheticRun.Size(6, 1, 40));
  }

  @Test
  void folderIsNamedAfterTimeAndExperimentAndNeverReused() throws IOException {
    assertThat(folder.id()).isEqualTo("20251123-143200-zip-or-image");
    assertThat(RunFolder.create(runs, "zip-or-image", SyntheticRun.START).id())
        .isEqualTo("20251123-143200-zip-or-image-2");
    assertThat(RunFolder.create(runs, "../ a/b", SyntheticRun.START).path().getParent())
        .isEqualTo(runs);
  }

  @Test
  void infoComesBackAsItWasWritten() throws IOException {
    var info = RunFolder.open(folder.path()).read().info();
    assertThat(info.period().startedAt()).isEqualTo(SyntheticRun.START);
    assertThat(info.status()).isEqualTo(RunStatus.COMPLETE);
    folder.write(info);
    assertThat(folder.read().info()).isEqualTo(info);
    assertThat(Files.readString(folder.path().resolve("run.json")))
        .contains("\"startedAt\" : \"2025-11-23T14:32:00Z\"");
  }

  @Test
  void completeRunIsNotPartial() throws IOException {
    var contents = folder.read();
    assertThat(contents.isPartial()).isFalse();
    assertThat(contents.invocations()).allMatch(one -> one.platform() != null);
  }

  @Test
  void severalGeneratorsAreReadTogether() throws IOException {
    int before = folder.read().invocations().size();
    Files.copy(folder.requestsFile(0), folder.requestsFile(1));
    assertThat(folder.read().invocations()).hasSize(2 * before);
  }

  @Test
  void cutOffFileIsReadToItsCutAndNamed() throws IOException {
    var file = folder.requestsFile(0);
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    var contents = folder.read();
    assertThat(contents.cutOffFiles()).containsExactly("requests-0.ndjson.gz");
    assertThat(contents.isPartial()).isTrue();
    assertThat(contents.invocations()).isNotEmpty();
  }

  @Test
  void killedRunIsPartialAndItsProcessIsGone() throws IOException {
    var contents = SyntheticRun.killed(runs).read();
    assertThat(contents.isPartial()).isTrue();
    assertThat(contents.isProcessAlive()).isFalse();
    assertThat(contents.invocations()).isNotEmpty();
  }

  @Test
  void folderWithoutAnythingButRunJsonIsEmpty() throws IOException {
    var bare = RunFolder.create(runs, "bare", SyntheticRun.START);
    bare.write(folder.read().info().ended(RunStatus.FAILED, SyntheticRun.START));
    assertThat(bare.read().invocations()).isEmpty();
    assertThat(bare.read().stretches()).isEmpty();
  }

  @Test
  void errorsSayWhatIsWrongAndWhatToDo() throws IOException {
    assertThatThrownBy(() -> RunFolder.open(runs))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("no run.json");
    Files.writeString(folder.path().resolve("run.json"), "{\"schema\": \"thaw-run/2\"}");
    assertThatThrownBy(() -> folder.read())
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("thaw-run/2")
        .hasMessageContaining("use the Thaw that wrote it");
    Files.writeString(folder.path().resolve("run.json"), "{\"schema\": ");
    assertThatThrownBy(() -> folder.read())
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void writingLeavesNoTemporaryFileBehind() throws IOException {
    folder.write(Summary.of(folder.read()));
    try (var files = Files.list(folder.path())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".tmp"));
    }
  }

  @Test
  void invocationsCanBeReadBack() throws IOException {
    var invocations = folder.read().invocations();
    folder.writeInvocations(invocations);
    var file = folder.path().resolve("invocations.ndjson.gz");
    var read = new NdjsonFile<>(file, dev.thaw.invocation.Invocation.class).read();
    assertThat(read.values()).isEqualTo(invocations);
  }
}

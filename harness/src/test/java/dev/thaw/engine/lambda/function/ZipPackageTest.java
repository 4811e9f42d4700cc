package dev.thaw.engine.lambda.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.protocol.AwsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unpacked, with which permissions, and what is refused. */
final class ZipPackageTest {
  private static final String BROKEN =
      "Could not unzip uploaded file. Please check your file, then try to upload again.";

  @TempDir Path folder;

  /** A zip whose entries have Unix modes; 0 means none. */
  private static byte[] zip(String name, int mode, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      var entry = new ZipArchiveEntry(name);
      if (mode != 0) {
        entry.setUnixMode(mode);
      }
      zip.putArchiveEntry(entry);
      zip.write(content.getBytes(UTF_8));
      zip.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private Path unpack(byte[] zip) throws IOException {
    var file = Files.write(folder.resolve("package.zip"), zip);
    var target = Files.createDirectories(folder.resolve("target"));
    ZipPackage.unpack(file, target);
    return target;
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void keepsUnixPermissions() throws IOException {
    var target = unpack(zip("bin/tool", UnixStat.FILE_FLAG | 0755, "x"));
    assertThat(permissions(target.resolve("bin/tool"))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void makesFilesReadableThatAreNot() throws IOException {
    var target = unpack(zip("secret", UnixStat.FILE_FLAG | 0010, "x"));
    assertThat(permissions(target.resolve("secret"))).isEqualTo("r----x---");
  }

  @Test
  void makesABootstrapExecutableWhereTheZipHasNoPermissions() throws IOException {
    var bootstrap = unpack(zip("bootstrap", 0, "x")).resolve("bootstrap");
    assertThat(bootstrap).isExecutable().hasContent("x");
  }

  @Test
  void keepsLinksWithinThePackageAndRefusesOthers() throws IOException {
    var target = unpack(zip("bin/link", UnixStat.LINK_FLAG | 0777, "../lib/tool"));
    assertThat(Files.readSymbolicLink(target.resolve("bin/link"))).hasToString("../lib/tool");
    assertThatThrownBy(() -> unpack(zip("bin/evil", UnixStat.LINK_FLAG | 0777, "../../etc")))
        .isInstanceOf(AwsException.class)
        .hasMessage(BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escape", "a/../../escape", "/etc/absolute", "\\absolute"})
  void refusesEntriesThatLeadOutside(String name) throws IOException {
    var zip = zip(name, 0, "x");
    assertThatThrownBy(() -> ZipPackage.check(zip)).hasMessage(BROKEN);
    assertThatThrownBy(() -> unpack(zip)).hasMessage(BROKEN);
    assertThat(folder.resolve("escape")).doesNotExist();
  }

  @Test
  void refusesWhatIsNoZip() throws IOException {
    var zip = zip("a", 0, "content");
    for (var broken : new byte[][] {{}, {1, 2, 3}, Arrays.copyOf(zip, zip.length / 2)}) {
      assertThatThrownBy(() -> ZipPackage.check(broken)).hasMessage(BROKEN);
    }
    assertThatCode(() -> ZipPackage.check(zip)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnEmptyZip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    new ZipOutputStream(bytes).close();
    assertThatThrownBy(() -> ZipPackage.check(bytes.toByteArray()))
        .hasMessage("Uploaded file must be a non-empty zip");
  }

  @Test
  void refusesWhatUnzipsToTooMuch() throws IOException {
    // Zeros shrink to a thousandth; one byte more than the limit.
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      var megabyte = new byte[1_000_000];
      for (int i = 0; i < 262; i++) {
        zip.write(megabyte);
      }
      zip.write(new byte[144_001]);
      zip.closeEntry();
    }
    assertThatThrownBy(() -> ZipPackage.check(bytes.toByteArray()))
        .isInstanceOf(AwsException.class)
        .hasMessage("Unzipped size must be smaller than 262144000 bytes");
    assertThatThrownBy(() -> unpack(bytes.toByteArray()))
        .hasMessage("Unzipped size must be smaller than 262144000 bytes");
  }
}

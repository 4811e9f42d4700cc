package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.AwsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Checks and unpacks zip files as Lambda does: within its size limit, with the entries'
 * permissions, and never outside of the folder. See
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html.
 */
final class ZipPackage {
  static final long LARGEST_UNZIPPED = 262_144_000;
  private static final String BOOTSTRAP = "bootstrap";
  private static final int READABLE = 0400;

  private ZipPackage() {}

  /**
   * Refuses what is no zip file, too large or leads outside, as far as the directory tells; gives
   * the unzipped size.
   */
  static long check(byte[] zip) {
    try (var file =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(zip)).get()) {
      var entries = Collections.list(file.getEntries());
      if (entries.isEmpty()) {
        throw LambdaError.invalid("Uploaded file must be a non-empty zip");
      }
      for (var entry : entries) {
        place(entry, Path.of("package"));
      }
      // The sum of sizes that are made up could be more than a number holds.
      long unzipped =
          entries.stream().mapToLong(e -> Math.min(e.getSize(), LARGEST_UNZIPPED + 1)).sum();
      if (unzipped > LARGEST_UNZIPPED) {
        throw tooLarge();
      }
      return unzipped;
    } catch (IOException | IllegalArgumentException e) {
      throw broken();
    }
  }

  static void unpack(Path zip, Path folder) throws IOException {
    try (var file = ZipFile.builder().setPath(zip).get()) {
      var links = new ArrayList<ZipArchiveEntry>();
      long left = LARGEST_UNZIPPED;
      for (var entry : Collections.list(file.getEntries())) {
        if (entry.isUnixSymlink()) {
          links.add(entry);
        } else if (entry.isDirectory()) {
          Files.createDirectories(place(entry, folder));
        } else {
          left -= copy(file, entry, place(entry, folder), left);
        }
      }
      link(file, links, folder);
    }
  }

  /** Where an entry goes; refused if that is not under the folder. */
  private static Path place(ZipArchiveEntry entry, Path folder) {
    var name = entry.getName();
    var place = folder.resolve(name.startsWith("/") ? ".." : name).normalize();
    if (!place.startsWith(folder) || name.startsWith("\\") || name.indexOf('\0') >= 0) {
      throw broken();
    }
    return place;
  }

  private static long copy(ZipFile file, ZipArchiveEntry entry, Path place, long left)
      throws IOException {
    Files.createDirectories(place.getParent());
    // What the directory says of the size need not be true.
    try (var content =
        BoundedInputStream.builder()
            .setInputStream(file.getInputStream(entry))
            .setMaxCount(left + 1)
            .get()) {
      var size = Files.copy(content, place, StandardCopyOption.REPLACE_EXISTING);
      if (size > left) {
        throw tooLarge();
      }
      var mode = entry.getUnixMode() & 0777;
      if (mode != 0) {
        Files.setPosixFilePermissions(place, permissions(mode | READABLE));
      } else if (entry.getName().equals(BOOTSTRAP)) {
        Files.setPosixFilePermissions(place, permissions(0755));
      }
      return size;
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    var text = new StringBuilder("rwxrwxrwx");
    for (int bit = 0; bit < text.length(); bit++) {
      if ((mode & (READABLE >> bit)) == 0) {
        text.setCharAt(bit, '-');
      }
    }
    return PosixFilePermissions.fromString(text.toString());
  }

  /** Last of all, so that nothing is written through a link. */
  private static void link(ZipFile file, List<ZipArchiveEntry> links, Path folder)
      throws IOException {
    for (var entry : links) {
      var place = place(entry, folder);
      var target = Path.of(file.getUnixSymlink(entry));
      if (!place.resolveSibling(target).normalize().startsWith(folder)) {
        throw broken();
      }
      Files.createDirectories(place.getParent());
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(place, target);
      }
    }
  }

  private static AwsException tooLarge() {
    return LambdaError.invalid("Unzipped size must be smaller than " + LARGEST_UNZIPPED + " bytes");
  }

  private static AwsException broken() {
    return LambdaError.invalid(
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
  }
}

package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.s3.Buckets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Deployment packages by their digest: the zip in a bucket of Lambda's own, from where it can be
 * downloaded, and its content in a folder. A package lives as long as somebody holds it: a function
 * whose code it is, a layer, or an invocation that runs it. Who holds a package holds its layers.
 */
public final class CodeStore {
  private static final Caller LAMBDA = new Caller("awslambda", "");
  private static final String BUCKET = "awslambda-tasks";

  private final Path folder;
  private final Buckets buckets;
  private final Map<String, Integer> holders = new HashMap<>();

  CodeStore(Path folder, Buckets buckets) {
    this.folder = folder;
    this.buckets = buckets;
  }

  /** Takes in a zip file and holds its package once, for the caller. */
  public CodePackage accept(byte[] zip) {
    var digest = sha256(zip);
    var hex = HexFormat.of().formatHex(digest);
    var code =
        new CodePackage(
            Base64.getEncoder().encodeToString(digest),
            hex,
            zip.length,
            ZipPackage.check(zip),
            folder.resolve(hex),
            List.of());
    synchronized (this) {
      if (!holders.containsKey(hex)) {
        buckets.putInOwn(BUCKET, LAMBDA, key(code), zip);
      }
      hold(code);
    }
    return code;
  }

  public synchronized void hold(CodePackage code) {
    code.layers().forEach(this::hold);
    holders.merge(code.hex(), 1, Integer::sum);
  }

  /** Holds a package that somebody else holds as well; false if it has just been deleted. */
  synchronized boolean holdAlso(CodePackage code) {
    if (!holders.containsKey(code.hex())) {
      return false;
    }
    for (var layer : code.layers()) {
      if (!holders.containsKey(layer.hex())) {
        return false;
      }
    }
    hold(code);
    return true;
  }

  /** Lets go of a package, and deletes it with the last who held it. */
  public synchronized void release(CodePackage code) {
    code.layers().forEach(this::release);
    var left = holders.merge(code.hex(), -1, Integer::sum);
    if (left == 0) {
      holders.remove(code.hex());
      buckets.remove(BUCKET, key(code));
      delete(code.folder());
    }
  }

  /** Unpacks with all layers, unless that was done before. */
  void unpack(CodePackage code) throws IOException {
    for (var layer : code.layers()) {
      unpack(layer);
    }
    synchronized (this) {
      if (Files.isDirectory(code.folder())) {
        return;
      }
    }
    var zip = buckets.get(BUCKET, key(code)).file();
    var unfinished = Files.createTempDirectory(Files.createDirectories(folder), "unpacking-");
    try {
      ZipPackage.unpack(zip, unfinished);
      publish(unfinished, code.folder());
    } finally {
      delete(unfinished);
    }
  }

  private synchronized void publish(Path unfinished, Path finished) throws IOException {
    if (!Files.isDirectory(finished)) {
      Files.move(unfinished, finished);
    }
  }

  /** The path under this endpoint from which the zip can be downloaded. */
  public static String location(CodePackage code) {
    return "/" + BUCKET + "/" + key(code);
  }

  private static String key(CodePackage code) {
    return "snapshots/" + code.hex();
  }

  private static byte[] sha256(byte[] zip) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(zip);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var content = Files.walk(folder)) {
      List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
      for (var path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.thaw.engine.s3;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** An object at rest: its bytes in a file of their own, and what S3 says of it. */
public record StoredObject(
    String key,
    Path file,
    long size,
    String md5,
    Instant lastModified,
    String contentType,
    Map<String, String> metadata) {

  public StoredObject {
    metadata = Map.copyOf(metadata);
  }

  /** The entity tag, quoted as HTTP wants it. */
  String eTag() {
    return '"' + md5 + '"';
  }
}

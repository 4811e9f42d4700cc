package dev.thaw.engine.s3;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * An object at rest: its content, and what S3 says of it. {@code tag} is the entity tag without its
 * quotes; {@code sequence} grows with each change of a key.
 */
public record StoredObject(
    String key,
    Content content,
    long size,
    String tag,
    Instant lastModified,
    Description description,
    long sequence) {

  StoredObject withTags(Map<String, String> tags) {
    return new StoredObject(
        key, content, size, tag, lastModified, description.withTags(tags), sequence);
  }

  /** The entity tag, quoted as HTTP wants it. */
  String eTag() {
    return '"' + tag + '"';
  }

  String contentType() {
    return description.contentType();
  }

  Map<String, String> metadata() {
    return description.metadata();
  }

  /** The file that holds the content of an object which is {@link Buckets#putInOwn kept in one}. */
  public Path file() {
    if (content instanceof Content.Filed filed) {
      return filed.file();
    }
    throw new IllegalStateException("The object " + key + " is held in memory");
  }
}

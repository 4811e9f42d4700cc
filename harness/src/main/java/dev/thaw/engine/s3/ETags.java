package dev.thaw.engine.s3;

import java.util.Arrays;

/** Entity tags as conditions name them: one or several, in quotes or without, or any. */
final class ETags {
  private ETags() {}

  static boolean match(String condition, StoredObject object) {
    return Arrays.stream(condition.split(","))
        .map(tag -> tag.strip().replace("\"", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(object.tag()));
  }
}

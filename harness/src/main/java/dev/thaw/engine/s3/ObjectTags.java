package dev.thaw.engine.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.protocol.AwsException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * An object's tags: at most ten.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object
 *     tagging</a>
 */
final class ObjectTags {
  private static final int MOST = 10;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;

  private ObjectTags() {}

  /** As {@code x-amz-tagging} has them: {@code key=value&other=value}. */
  static Map<String, String> ofHeader(@Nullable String header) {
    var tags = new LinkedHashMap<String, String>();
    if (header == null || header.isEmpty()) {
      return tags;
    }
    for (var pair : header.split("&", -1)) {
      var parts = pair.split("=", 2);
      if (tags.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1])) != null) {
        throw unreadable(header);
      }
    }
    return checked(tags);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable(text);
    }
  }

  private static AwsException unreadable(String header) {
    return S3Error.INVALID_ARGUMENT
        .exception(
            "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
                + " parameters without tag name duplicates.")
        .with("ArgumentName", "x-amz-tagging")
        .with("ArgumentValue", header);
  }

  static Map<String, String> of(List<Tag> set) {
    var tags = new LinkedHashMap<String, String>();
    for (var tag : set) {
      if (tag.key() == null || tag.value() == null) {
        throw S3Error.MALFORMED_XML.exception();
      }
      if (tags.put(tag.key(), tag.value()) != null) {
        throw S3Error.INVALID_TAG.exception("Cannot provide multiple Tags with the same key");
      }
    }
    return checked(tags);
  }

  static List<Tag> shown(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static Map<String, String> checked(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw S3Error.BAD_REQUEST.exception("Object tags cannot be greater than 10");
    }
    tags.forEach(
        (key, value) -> {
          if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw S3Error.INVALID_TAG.exception("The TagKey you have provided is invalid");
          }
          if (value.length() > LONGEST_VALUE) {
            throw S3Error.INVALID_TAG.exception("The TagValue you have provided is invalid");
          }
        });
    return tags;
  }
}

package dev.thaw.engine.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The digests by which clients check what arrived:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html.
 */
final class Md5 {
  private static final byte STRING = 1;
  private static final byte BINARY = 2;

  private Md5() {}

  static String of(String body) {
    return HexFormat.of().formatHex(digest().digest(body.getBytes(UTF_8)));
  }

  /** Of name, type and value in the order of the names; null where there are no attributes. */
  static @Nullable String of(Map<String, MessageAttributeValue> attributes) {
    if (attributes.isEmpty()) {
      return null;
    }
    var digest = digest();
    new TreeMap<>(attributes)
        .forEach(
            (name, value) -> {
              add(digest, name.getBytes(UTF_8));
              add(digest, value.dataType().getBytes(UTF_8));
              if (value.binaryValue() == null) {
                digest.update(STRING);
                add(digest, value.stringValue().getBytes(UTF_8));
              } else {
                digest.update(BINARY);
                add(digest, value.binaryValue().asByteArrayUnsafe());
              }
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    digest.update(part);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }
}

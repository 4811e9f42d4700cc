package dev.thaw.engine.dynamodb.stream;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.EXPIRED_ITERATOR;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where a reader of a stream goes on; for 15 minutes of platform time.
 *
 * @param position behind which it reads
 * @param issuedNs when, in platform time
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html">
 *     GetShardIterator</a>
 */
record ShardIterator(String streamArn, long position, long issuedNs) {
  private static final long LIFE_NS = Duration.ofMinutes(15).toNanos();
  private static final Pattern WRITTEN = Pattern.compile("([^|]+)\\|1\\|([A-Za-z0-9_-]+)");
  private static final Pattern CONTENT = Pattern.compile("(-?\\d{1,18}):(-?\\d{1,18})");

  String write() {
    var content = position + ":" + issuedNs;
    return streamArn
        + "|1|"
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(content.getBytes(StandardCharsets.US_ASCII));
  }

  static ShardIterator read(String text, long nowNs) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw malformed();
    }
    var content = CONTENT.matcher(decoded(written.group(2)));
    if (!content.matches()) {
      throw malformed();
    }
    var iterator =
        new ShardIterator(
            written.group(1), Long.parseLong(content.group(1)), Long.parseLong(content.group(2)));
    if (nowNs - iterator.issuedNs() > LIFE_NS) {
      throw EXPIRED_ITERATOR.because("Iterator expired. The iterator is older than 15 minutes.");
    }
    return iterator;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static RuntimeException malformed() {
    return invalid("Invalid ShardIterator");
  }
}

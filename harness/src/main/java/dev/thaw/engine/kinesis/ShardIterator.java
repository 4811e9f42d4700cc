package dev.thaw.engine.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.protocol.AwsException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place in a shard from which a client reads on, as a token that expires after five minutes.
 *
 * @param issuedMillis of the epoch
 * @param position behind which the next record lies
 */
record ShardIterator(long issuedMillis, StreamName stream, int shard, long position) {
  private static final long LIFE_MILLIS = 300_000;
  private static final Pattern SYNTAX =
      Pattern.compile("(\\d{1,15}) ([^ ]+) (\\d{12}) ([^ ]+) (\\d{1,9}) (-?\\d{1,18})");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  String token() {
    var text =
        "%d %s %s %s %d %d"
            .formatted(
                issuedMillis, stream.region(), stream.account(), stream.name(), shard, position);
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  static ShardIterator parse(String token) {
    var match = SYNTAX.matcher(decode(token));
    if (!match.matches()) {
      throw invalid();
    }
    return new ShardIterator(
        Long.parseLong(match.group(1)),
        new StreamName(match.group(2), match.group(3), match.group(4)),
        Integer.parseInt(match.group(5)),
        Long.parseLong(match.group(6)));
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static AwsException invalid() {
    return KinesisError.invalid("Invalid ShardIterator.");
  }

  void requireFresh(Instant now) {
    if (now.toEpochMilli() - issuedMillis > LIFE_MILLIS) {
      throw new AwsException(
          KinesisError.EXPIRED_ITERATOR,
          ("Iterator expired. The iterator was created at time %s while right now it is %s which"
                  + " is further in the future than the tolerated delay of %d milliseconds.")
              .formatted(
                  DATE.format(Instant.ofEpochMilli(issuedMillis)), DATE.format(now), LIFE_MILLIS));
    }
  }
}

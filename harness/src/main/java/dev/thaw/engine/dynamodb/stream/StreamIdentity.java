package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.TableArn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * What a stream of a table is from its beginning to its end.
 *
 * @param tableArn whose changes it shows
 * @param viewType which images of an item
 * @param label tells it from other streams of the table
 */
public record StreamIdentity(
    String tableArn,
    String tableName,
    String region,
    KeySchema schema,
    StreamViewType viewType,
    Instant created,
    String label,
    String arn) {
  private static final int POSITION_DIGITS = 11;
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** A stream whose label is the instant: {@code 2015-05-11T21:21:33.291}. */
  public static StreamIdentity of(
      TableArn table, KeySchema schema, StreamViewType viewType, Instant created) {
    var label = LABEL.format(created);
    return new StreamIdentity(
        table.toString(),
        table.name(),
        table.region(),
        schema,
        viewType,
        created,
        label,
        table + "/stream/" + label);
  }

  boolean hasOldImages() {
    return viewType == StreamViewType.OLD_IMAGE || viewType == StreamViewType.NEW_AND_OLD_IMAGES;
  }

  boolean hasNewImages() {
    return viewType == StreamViewType.NEW_IMAGE || viewType == StreamViewType.NEW_AND_OLD_IMAGES;
  }

  /** 21 digits, the fewest that AWS allows. */
  String sequenceNumber(long position) {
    var digits = Long.toString(position);
    return sequencePrefix() + "0".repeat(POSITION_DIGITS - digits.length()) + digits;
  }

  /** The position of a sequence number of this stream. */
  Optional<Long> position(String sequenceNumber) {
    var prefix = sequencePrefix();
    return Optional.of(sequenceNumber)
        .filter(number -> number.matches(prefix + "\\d{" + POSITION_DIGITS + "}"))
        .map(number -> Long.valueOf(number.substring(prefix.length())));
  }

  private String sequencePrefix() {
    return "%010d".formatted(created.getEpochSecond());
  }

  String shardId() {
    return "shardId-%020d-%08x".formatted(created.toEpochMilli(), tableArn.hashCode());
  }

  String eventId(long position) {
    var name = arn + position;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}

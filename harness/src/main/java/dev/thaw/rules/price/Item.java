package dev.thaw.rules.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something that AWS meters, in the unit that one price is for. */
public enum Item {
  LAMBDA_REQUEST(Part.REQUEST, "request"),
  LAMBDA_DURATION(Part.DURATION, "GB-second"),
  LAMBDA_PROVISIONED_CONCURRENCY(Part.PROVISIONED, "GB-second"),
  LAMBDA_PROVISIONED_DURATION(Part.DURATION, "GB-second"),
  LAMBDA_EPHEMERAL_STORAGE(Part.OTHER, "GB-second above 512 MB"),
  SNAPSTART_CACHE(Part.OTHER, "GB-second"),
  SNAPSTART_RESTORE(Part.OTHER, "GB restored"),
  KINESIS_SHARD_HOUR(Part.OTHER, "shard-hour"),
  KINESIS_PUT_UNIT(Part.OTHER, "PUT payload unit of 25 KB"),
  KINESIS_FAN_OUT_SHARD_HOUR(Part.OTHER, "consumer-shard-hour"),
  KINESIS_FAN_OUT_GB(Part.OTHER, "GB"),
  KINESIS_ON_DEMAND_STREAM_HOUR(Part.OTHER, "stream-hour"),
  KINESIS_ON_DEMAND_GB_IN(Part.OTHER, "GB"),
  KINESIS_ON_DEMAND_GB_OUT(Part.OTHER, "GB"),
  S3_PUT(Part.OTHER, "request"),
  S3_GET(Part.OTHER, "request"),
  HTTP_API_REQUEST(Part.OTHER, "request of up to 512 KB"),
  REST_API_REQUEST(Part.OTHER, "request"),
  LAMBDA_LOGS_GB(Part.OTHER, "GB"),
  LOGS_GB(Part.OTHER, "GB"),
  LOGS_GB_MONTH(Part.OTHER, "GB-month");

  /** The part of a {@link Cost} that an item belongs to. */
  enum Part {
    REQUEST,
    DURATION,
    PROVISIONED,
    OTHER
  }

  private final Part part;
  private final String unit;

  Item(Part part, String unit) {
    this.part = part;
    this.unit = unit;
  }

  Part part() {
    return part;
  }

  /** What one of it is. */
  public String unit() {
    return unit;
  }

  /** The name that a price file has it under. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Item of(String name) {
    return Arrays.stream(values())
        .filter(item -> item.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no item; write one of %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Item::toString)
                                .collect(Collectors.joining(", ")))));
  }
}

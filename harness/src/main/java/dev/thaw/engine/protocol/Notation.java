package dev.thaw.engine.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.time.Instant;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * How a document of members is written down: as JSON, or as CBOR (RFC 8949) the way the AWS SDKs
 * do, with blobs as bytes and timestamps as tagged milliseconds since the epoch.
 */
enum Notation {
  JSON(new JsonFactory()),
  CBOR(new CBORFactory()),
  /** Smithy's own, with timestamps in seconds. */
  RPC_CBOR(new CBORFactory());

  // A package of 50 MB is one string of base64.
  private static final int LONGEST_STRING = 100_000_000;
  private static final int EPOCH_TAG = 1;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody but the constructor configures it.
  private final JsonFactory factory;

  Notation(JsonFactory factory) {
    this.factory = factory;
    factory.setStreamReadConstraints(
        StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build());
  }

  JsonFactory factory() {
    return factory;
  }

  /** What a document in it is called where one cannot be read. */
  String title() {
    return this == JSON ? "json" : "cbor";
  }

  Format timestamps() {
    return this == CBOR ? Format.UNIX_TIMESTAMP_MILLIS : Format.UNIX_TIMESTAMP;
  }

  void write(SdkField<?> field, Instant instant, JsonGenerator generator) throws IOException {
    if (generator instanceof CBORGenerator cbor) {
      cbor.writeTag(EPOCH_TAG);
      if (this == CBOR) {
        cbor.writeNumber(instant.toEpochMilli());
      } else {
        cbor.writeNumber(Timestamps.seconds(instant));
      }
      return;
    }
    var format = Timestamps.format(field, Format.UNIX_TIMESTAMP);
    switch (format) {
      case UNIX_TIMESTAMP -> generator.writeNumber(Timestamps.seconds(instant));
      case UNIX_TIMESTAMP_MILLIS -> generator.writeNumber(instant.toEpochMilli());
      default -> generator.writeString(Timestamps.write(instant, format));
    }
  }
}

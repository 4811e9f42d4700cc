package dev.thaw.engine.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Writes the body members of the SDK's model classes, and errors, as JSON. */
final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  static byte[] write(SdkPojo shape) {
    return document(json -> new JsonWriter(json).structure(shape));
  }

  static byte[] write(Map<String, String> members) {
    return document(
        json -> {
          json.writeStartObject();
          for (var member : members.entrySet()) {
            json.writeStringField(member.getKey(), member.getValue());
          }
          json.writeEndObject();
        });
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static byte[] document(Content content) {
    var bytes = new ByteArrayOutputStream(512);
    try (var json = FACTORY.createGenerator(bytes)) {
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void structure(SdkPojo shape) throws IOException {
    json.writeStartObject();
    for (var field : shape.sdkFields()) {
      var value = Shapes.value(shape, field);
      if (value.isPresent() && Shapes.isBody(field)) {
        json.writeFieldName(field.locationName());
        value(field, value.orElseThrow());
      }
    }
    json.writeEndObject();
  }

  private void value(SdkField<?> field, Object value) throws IOException {
    if (value instanceof SdkPojo shape) {
      structure(shape);
    } else if (value instanceof List<?> list) {
      list(field, list);
    } else if (value instanceof Map<?, ?> map) {
      map(field, map);
    } else if (value instanceof Instant instant) {
      instant(field, instant);
    } else if (value instanceof SdkBytes bytes) {
      json.writeBinary(bytes.asByteArrayUnsafe());
    } else {
      json.writePOJO(value);
    }
  }

  private void list(SdkField<?> field, List<?> list) throws IOException {
    json.writeStartArray();
    for (var element : list) {
      value(Shapes.element(field), element);
    }
    json.writeEndArray();
  }

  private void map(SdkField<?> field, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (var entry : map.entrySet()) {
      json.writeFieldName(entry.getKey().toString());
      value(Shapes.entry(field), entry.getValue());
    }
    json.writeEndObject();
  }

  private void instant(SdkField<?> field, Instant instant) throws IOException {
    var format = Timestamps.format(field, Format.UNIX_TIMESTAMP);
    switch (format) {
      case UNIX_TIMESTAMP -> json.writeNumber(Timestamps.seconds(instant));
      case UNIX_TIMESTAMP_MILLIS -> json.writeNumber(instant.toEpochMilli());
      default -> json.writeString(Timestamps.write(instant, format));
    }
  }
}

package dev.thaw.engine.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Writes the body members of the SDK's model classes, and errors, as JSON or CBOR. */
final class JsonWriter {
  private final Notation notation;
  private final JsonGenerator json;

  private JsonWriter(Notation notation, JsonGenerator json) {
    this.notation = notation;
    this.json = json;
  }

  static byte[] write(SdkPojo shape) {
    return write(Notation.JSON, shape);
  }

  static byte[] write(Map<String, String> members) {
    return write(Notation.JSON, members);
  }

  /** The same in another notation. */
  static byte[] write(Notation notation, SdkPojo shape) {
    return document(notation, json -> new JsonWriter(notation, json).structure(shape));
  }

  /** The same in another notation. */
  static byte[] write(Notation notation, Map<String, String> members) {
    return write(notation, members, Optional.empty());
  }

  /** Texts, and then a shape's members. */
  static byte[] write(Notation notation, Map<String, String> members, Optional<SdkPojo> shape) {
    return document(
        notation,
        json -> {
          json.writeStartObject();
          for (var member : members.entrySet()) {
            json.writeStringField(member.getKey(), member.getValue());
          }
          if (shape.isPresent()) {
            new JsonWriter(notation, json).members(shape.orElseThrow());
          }
          json.writeEndObject();
        });
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static byte[] document(Notation notation, Content content) {
    var bytes = new ByteArrayOutputStream(512);
    try (var json = notation.factory().createGenerator(bytes)) {
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void structure(SdkPojo shape) throws IOException {
    json.writeStartObject();
    members(shape);
    json.writeEndObject();
  }

  private void members(SdkPojo shape) throws IOException {
    for (var field : shape.sdkFields()) {
      var value = Shapes.value(shape, field);
      if (value.isPresent() && Shapes.isBody(field)) {
        json.writeFieldName(field.locationName());
        value(field, value.orElseThrow());
      }
    }
  }

  private void value(SdkField<?> field, Object value) throws IOException {
    if (value instanceof SdkPojo shape) {
      structure(shape);
    } else if (value instanceof List<?> list) {
      list(field, list);
    } else if (value instanceof Map<?, ?> map) {
      map(field, map);
    } else if (value instanceof Instant instant) {
      notation.write(field, instant, json);
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
}

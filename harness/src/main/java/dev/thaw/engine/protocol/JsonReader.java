package dev.thaw.engine.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * Reads JSON, or CBOR, into the SDK's builders. Unknown members are skipped and wrong types
 * refused, both as AWS does.
 */
final class JsonReader {
  private final Notation notation;
  private final JsonParser parser;

  private JsonReader(Notation notation, JsonParser parser) {
    this.notation = notation;
    this.parser = parser;
  }

  /** Fills the builder's body members; an empty body is an empty object. */
  static void read(byte[] json, SdkPojo builder) {
    read(Notation.JSON, json, builder);
  }

  /** The same in another notation. */
  static void read(Notation notation, byte[] document, SdkPojo builder) {
    if (document.length == 0) {
      return;
    }
    try (var parser = notation.factory().createParser(document)) {
      parser.nextToken();
      new JsonReader(notation, parser).fill(builder);
    } catch (JsonProcessingException e) {
      throw CommonError.malformed(
          "Could not parse request body into " + notation.title() + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(SdkPojo builder) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected("a structure");
    }
    Map<String, SdkField<?>> fields = builder.sdkFieldNameToField();
    while (isBefore(JsonToken.END_OBJECT)) {
      var field = fields.get(parser.currentName());
      parser.nextToken();
      if (field == null || !Shapes.isBody(field)) {
        parser.skipChildren();
      } else {
        value(field).ifPresent(value -> field.set(builder, value));
      }
    }
  }

  private boolean isBefore(JsonToken end) throws IOException {
    var token = parser.nextToken();
    if (token == null) {
      throw unexpected("an end");
    }
    return token != end;
  }

  private Optional<Object> value(SdkField<?> field) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    var type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      var builder = field.constructor().get();
      fill(builder);
      return Optional.of(Shapes.build(builder));
    }
    if (type == MarshallingType.LIST) {
      return Optional.of(list(Shapes.element(field)));
    }
    if (type == MarshallingType.MAP) {
      return Optional.of(map(Shapes.entry(field)));
    }
    return Optional.of(scalar(field));
  }

  private List<Object> list(SdkField<?> element) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unexpected("a list");
    }
    var list = new ArrayList<>();
    while (isBefore(JsonToken.END_ARRAY)) {
      value(element).ifPresent(list::add);
    }
    return list;
  }

  private Map<String, Object> map(SdkField<?> entry) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected("a map");
    }
    var map = new LinkedHashMap<String, Object>();
    while (isBefore(JsonToken.END_OBJECT)) {
      var key = parser.currentName();
      parser.nextToken();
      value(entry).ifPresent(value -> map.put(key, value));
    }
    return map;
  }

  private Object scalar(SdkField<?> field) throws IOException {
    var type = field.marshallingType();
    if (type == MarshallingType.SDK_BYTES) {
      return bytes();
    }
    if (type == MarshallingType.STRING) {
      return expect(JsonToken.VALUE_STRING, "a String").getText();
    }
    if (type == MarshallingType.BOOLEAN) {
      if (!parser.currentToken().isBoolean()) {
        throw unexpected("a Boolean");
      }
      return parser.getBooleanValue();
    }
    if (!parser.currentToken().isNumeric()) {
      throw unexpected(name(type));
    }
    return Scalars.read(field, parser.getText(), notation.timestamps());
  }

  private SdkBytes bytes() throws IOException {
    expect(
        notation == Notation.CBOR ? JsonToken.VALUE_EMBEDDED_OBJECT : JsonToken.VALUE_STRING,
        "a Blob");
    return SdkBytes.fromByteArrayUnsafe(parser.getBinaryValue());
  }

  private JsonParser expect(JsonToken token, String kind) {
    if (parser.currentToken() != token) {
      throw unexpected(kind);
    }
    return parser;
  }

  private AwsException unexpected(String kind) {
    var token = parser.currentToken();
    return CommonError.malformed(
        switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
          case START_OBJECT -> "Start of structure or map found where not expected.";
          case START_ARRAY -> "Start of list found where not expected.";
          case VALUE_STRING -> "STRING_VALUE can not be converted to " + kind;
          case VALUE_EMBEDDED_OBJECT -> "BLOB_VALUE can not be converted to " + kind;
          case VALUE_TRUE -> "TRUE_VALUE can not be converted to " + kind;
          case VALUE_FALSE -> "FALSE_VALUE can not be converted to " + kind;
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
              "NUMBER_VALUE can not be converted to " + kind;
          default -> "Unexpected end of the document where " + kind + " was expected";
        });
  }

  private static String name(MarshallingType<?> type) {
    var name = type.getTargetClass().getSimpleName();
    return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }
}

package dev.thaw.engine.dynamodb.item;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** Writes values as events hold them: {@code {"S": "text"}}. */
public final class ValueWriter {
  private final JsonGenerator json;

  public ValueWriter(JsonGenerator json) {
    this.json = json;
  }

  public void write(Item item) throws IOException {
    write(item.attributes());
  }

  private void write(Map<String, Value> values) throws IOException {
    json.writeStartObject();
    for (var entry : values.entrySet()) {
      json.writeFieldName(entry.getKey());
      write(entry.getValue());
    }
    json.writeEndObject();
  }

  private void write(Value value) throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.type().name());
    content(value);
    json.writeEndObject();
  }

  private void content(Value value) throws IOException {
    if (value instanceof Value.Text text) {
      json.writeString(text.text());
    } else if (value instanceof Value.Numeric numeric) {
      json.writeString(numeric.number().toPlainString());
    } else if (value instanceof Value.Binary binary) {
      json.writeBinary(binary.content().asByteArrayUnsafe());
    } else if (value instanceof Value.Bool bool) {
      json.writeBoolean(bool.isTrue());
    } else if (value instanceof Value.Null) {
      json.writeBoolean(true);
    } else if (value instanceof Value.MapOf map) {
      write(map.entries());
    } else {
      elements(value);
    }
  }

  private void elements(Value value) throws IOException {
    json.writeStartArray();
    if (value instanceof Value.ListOf list) {
      for (Value element : list.elements()) {
        write(element);
      }
    } else if (value instanceof Value.TextSet set) {
      for (String text : set.texts()) {
        json.writeString(text);
      }
    } else if (value instanceof Value.NumericSet set) {
      for (BigDecimal number : set.numbers()) {
        json.writeString(number.toPlainString());
      }
    } else if (value instanceof Value.BinarySet set) {
      for (SdkBytes bytes : set.contents()) {
        json.writeBinary(bytes.asByteArrayUnsafe());
      }
    }
    json.writeEndArray();
  }
}

package dev.thaw.engine.trigger.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.thaw.rules.stream.TumblingWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The event that a function gets: records, and the tumbling window that they are in.
 *
 * @param role of the function
 * @param instants the dates of instants of platform time
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html">Window
 *     members</a>
 */
record BatchEvent(String role, String shardId, String streamArn, LongFunction<Instant> instants) {
  private static final JsonFactory JSON = new JsonFactory();

  @FunctionalInterface
  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  byte[] of(List<PolledRecord> records) {
    return object(json -> records(json, records));
  }

  byte[] of(List<PolledRecord> records, TumblingWindow window) {
    return object(
        json -> {
          records(json, records);
          json.writeObjectFieldStart("window");
          json.writeStringField("start", instants.apply(window.startNs()).toString());
          json.writeStringField("end", instants.apply(window.endNs()).toString());
          json.writeEndObject();
          json.writeFieldName("state");
          json.writeRawValue(window.state());
          json.writeStringField("shardId", shardId);
          json.writeStringField("eventSourceARN", streamArn);
          json.writeBooleanField("isFinalInvokeForWindow", window.isFinal());
          json.writeBooleanField("isWindowTerminatedEarly", window.isTerminatedEarly());
        });
  }

  private static byte[] object(Content content) {
    var bytes = new ByteArrayOutputStream(1024);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void records(JsonGenerator json, List<PolledRecord> records) throws IOException {
    json.writeArrayFieldStart("Records");
    for (var record : records) {
      record.event().writeTo(json, role);
    }
    json.writeEndArray();
  }
}

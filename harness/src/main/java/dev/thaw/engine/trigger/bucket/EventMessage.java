package dev.thaw.engine.trigger.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.RestXml;
import dev.thaw.engine.s3.ObjectEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The JSON that S3 sends; members as recorded 2025-01-21, localstack test_s3_notifications_lambda
 * and _sqs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">
 *     Event message structure</a>
 */
final class EventMessage {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventMessage() {}

  @FunctionalInterface
  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static String document(Content content) {
    var text = new StringWriter(768);
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What a queue gets when it is configured, and a function does not. */
  static String test(Call call, String bucket, Instant now) {
    return document(
        json -> {
          json.writeStringField("Service", "Amazon S3");
          json.writeStringField("Event", "s3:TestEvent");
          json.writeStringField("Time", TIME.format(now));
          json.writeStringField("Bucket", bucket);
          json.writeStringField("RequestId", call.requestId());
          json.writeStringField("HostId", RestXml.hostId(call));
        });
  }

  static String of(ObjectEvent event, String configurationId) {
    return document(
        json -> {
          json.writeArrayFieldStart("Records");
          json.writeStartObject();
          record(json, event, configurationId);
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  private static void record(JsonGenerator json, ObjectEvent event, String configurationId)
      throws IOException {
    var call = event.call();
    json.writeStringField("eventVersion", "2.1");
    json.writeStringField("eventSource", "aws:s3");
    json.writeStringField("awsRegion", event.region());
    json.writeStringField("eventTime", TIME.format(event.at()));
    json.writeStringField("eventName", event.name());
    principal(json, "userIdentity", "AWS:" + call.account());
    json.writeObjectFieldStart("requestParameters");
    json.writeStringField("sourceIPAddress", "127.0.0.1");
    json.writeEndObject();
    json.writeObjectFieldStart("responseElements");
    json.writeStringField("x-amz-request-id", call.requestId());
    json.writeStringField("x-amz-id-2", RestXml.hostId(call));
    json.writeEndObject();
    json.writeObjectFieldStart("s3");
    json.writeStringField("s3SchemaVersion", "1.0");
    json.writeStringField("configurationId", configurationId);
    json.writeObjectFieldStart("bucket");
    json.writeStringField("name", event.bucket());
    principal(json, "ownerIdentity", event.owner());
    json.writeStringField("arn", "arn:aws:s3:::" + event.bucket());
    json.writeEndObject();
    object(json, event);
    json.writeEndObject();
  }

  private static void principal(JsonGenerator json, String name, String id) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("principalId", id);
    json.writeEndObject();
  }

  private static void object(JsonGenerator json, ObjectEvent event) throws IOException {
    json.writeObjectFieldStart("object");
    json.writeStringField("key", URLEncoder.encode(event.key(), UTF_8).replace("%2F", "/"));
    if (!event.isRemoval()) {
      json.writeNumberField("size", event.size());
      json.writeStringField("eTag", event.tag());
    }
    json.writeStringField(
        "sequencer", HexFormat.of().withUpperCase().toHexDigits(event.sequence()));
    json.writeEndObject();
  }
}

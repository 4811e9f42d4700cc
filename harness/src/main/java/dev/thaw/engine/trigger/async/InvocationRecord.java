package dev.thaw.engine.trigger.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.rules.async.Verdict.Leave;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The JSON that a destination gets; members as recorded 2025-11-24 to 2025-11-27, localstack
 * test_lambda_destinations and TestLambdaConcurrency: without an invocation there is no response.
 */
final class InvocationRecord {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private InvocationRecord() {}

  static String write(PendingEvent pending, Leave leave, Instant now) {
    var text = new StringWriter(256);
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("version", "1.0");
      json.writeStringField("timestamp", TIMESTAMP.format(now));
      requestContext(json, pending, leave);
      json.writeFieldName("requestPayload");
      json.writeRawValue(new String(pending.event().payload(), UTF_8));
      if (pending.last().isPresent()) {
        response(json, pending.last().orElseThrow());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void requestContext(JsonGenerator json, PendingEvent pending, Leave leave)
      throws IOException {
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("requestId", pending.event().requestId());
    json.writeStringField("functionArn", pending.event().function().qualifiedArn());
    json.writeStringField("condition", leave.condition().code());
    json.writeNumberField("approximateInvokeCount", leave.invokeCount());
    json.writeEndObject();
  }

  private static void response(JsonGenerator json, Invoked invoked) throws IOException {
    var result = invoked.result();
    json.writeObjectFieldStart("responseContext");
    json.writeNumberField("statusCode", 200);
    json.writeStringField("executedVersion", invoked.executedVersion());
    if (result.functionError() != null) {
      json.writeStringField("functionError", result.functionError());
    }
    json.writeEndObject();
    json.writeFieldName("responsePayload");
    if (isJson(result.payload())) {
      json.writeRawValue(new String(result.payload(), UTF_8));
    } else {
      json.writeString(new String(result.payload(), UTF_8));
    }
  }

  /** A runtime may answer with any bytes; in the record they must not break what is around them. */
  private static boolean isJson(byte[] payload) {
    try (var parser = JSON.createParser(payload)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return isEnd(parser);
    } catch (JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEnd(JsonParser parser) throws IOException {
    return parser.nextToken() == null;
  }
}

package dev.thaw.gatling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.ThrottleReason;
import dev.thaw.results.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a service answered in JSON: Lambda's Invoke, a function through a proxy, a stream or a
 * table. Whatever cannot be read is left out: a function may return anything.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class AnswerDecoder {
  private AnswerDecoder() {}

  static Answer decode(RawAnswer raw) {
    boolean isReturn = raw.status() / 100 == 2 && raw.functionError() == null;
    var body = Body.read(raw.body());
    return new Answer(
        raw.status(),
        raw.requestId(),
        raw.functionError(),
        raw.status() == 429 ? body.throttleReason() : null,
        report(raw.logResult()),
        isReturn ? body.marker() : null,
        isReturn ? null : error(raw, body));
  }

  private static @Nullable ReportLine report(@Nullable String logResult) {
    if (logResult == null) {
      return null;
    }
    try {
      var log = Base64.getDecoder().decode(logResult);
      return ReportLine.parse(new String(log, StandardCharsets.UTF_8)).orElse(null);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** "type: message" of whichever are there, or what the HTTP client said. */
  private static String error(RawAnswer raw, Body body) {
    if (raw.error() != null) {
      return raw.error();
    }
    var type = raw.errorType() != null ? raw.errorType() : body.text("errorType", "__type");
    return error(raw, code(type), body.text("message", "Message", "errorMessage"));
  }

  /** Without the namespace before it and the address behind it. */
  private static @Nullable String code(@Nullable String type) {
    return type == null ? null : type.substring(type.indexOf('#') + 1).replaceFirst(":.*", "");
  }

  /** "type: message" of whichever are there. */
  static String error(RawAnswer raw, @Nullable String type, @Nullable String message) {
    if (type != null && message != null) {
      return type + ": " + message;
    }
    if (type != null || message != null) {
      return type != null ? type : String.valueOf(message);
    }
    return raw.functionError() != null ? raw.functionError() : "HTTP " + raw.status();
  }

  /** The top members of a JSON object that are strings, and its marker. */
  private record Body(Map<String, String> texts, @Nullable Marker marker) {
    static Body read(byte[] bytes) {
      var texts = new HashMap<String, String>();
      Marker marker = null;
      try (var json = RunJson.MAPPER.createParser(bytes)) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          return new Body(texts, null);
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          var name = json.currentName();
          var token = json.nextToken();
          if (token == JsonToken.VALUE_STRING) {
            texts.put(name, json.getText());
          } else if (token == JsonToken.START_OBJECT && name.equals("marker")) {
            marker = readMarker(json);
          } else {
            json.skipChildren();
          }
        }
      } catch (IOException cutOffOrGarbage) {
        return new Body(texts, marker);
      }
      return new Body(texts, marker);
    }

    private static @Nullable Marker readMarker(JsonParser json) throws IOException {
      var marker = json.readValueAs(Marker.class);
      boolean isWhole =
          marker.environmentId() != null
              && marker.initializationType() != null
              && marker.invocationIndex() > 0;
      return isWhole ? marker : null;
    }

    @Nullable ThrottleReason throttleReason() {
      var reason = text("Reason", "reason");
      return reason == null ? null : ThrottleReason.find(reason).orElse(null);
    }

    @Nullable String text(String... names) {
      for (var name : names) {
        var text = texts.get(name);
        if (text != null && !text.isBlank()) {
          return text;
        }
      }
      return null;
    }
  }
}

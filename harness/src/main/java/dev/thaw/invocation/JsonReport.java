package dev.thaw.invocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the REPORT line in Lambda's JSON log format.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html#platform-report">
 *     platform.report</a>
 */
final class JsonReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TYPE = "platform.report";

  private JsonReport() {}

  /** Reads the first report in a piece of log; empty when there is none or it is cut off. */
  static Optional<ReportLine> parse(String log) {
    for (int at = log.indexOf(TYPE); at >= 0; at = log.indexOf(TYPE, at + 1)) {
      int end = log.indexOf('\n', at);
      var line = log.substring(log.lastIndexOf('\n', at) + 1, end < 0 ? log.length() : end);
      var report = line(line);
      if (report.isPresent()) {
        return report;
      }
    }
    return Optional.empty();
  }

  private static Optional<ReportLine> line(String line) {
    try {
      var event = JSON.readTree(line);
      return event.path("type").asText().equals(TYPE)
          ? record(event.path("record"))
          : Optional.empty();
    } catch (JsonProcessingException cutOff) {
      return Optional.empty();
    }
  }

  private static Optional<ReportLine> record(JsonNode record) {
    var metrics = record.path("metrics");
    var requestId = record.path("requestId").asText();
    if (requestId.isEmpty()
        || !metrics.path("durationMs").isNumber()
        || !metrics.path("billedDurationMs").isNumber()
        || !metrics.path("memorySizeMB").isNumber()
        || !metrics.path("maxMemoryUsedMB").isNumber()) {
      return Optional.empty();
    }
    var status = text(record, "status");
    return Optional.of(
        new ReportLine(
            requestId,
            metrics.path("durationMs").doubleValue(),
            metrics.path("billedDurationMs").longValue(),
            metrics.path("memorySizeMB").intValue(),
            metrics.path("maxMemoryUsedMB").intValue(),
            number(metrics, "initDurationMs"),
            number(metrics, "restoreDurationMs"),
            number(metrics, "billedRestoreDurationMs"),
            "success".equals(status) ? null : status,
            text(record, "errorType")));
  }

  private static @Nullable String text(JsonNode object, String name) {
    var value = object.path(name);
    return value.isTextual() ? value.textValue() : null;
  }

  private static @Nullable Double number(JsonNode object, String name) {
    var value = object.path(name);
    return value.isNumber() ? value.doubleValue() : null;
  }
}

package dev.thaw.engine.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.ReportLine;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's JSON format: the platform's events as the Telemetry API has them, the function's lines
 * as they are, and of both only those of a level that is sent. A log tail has all of the platform's
 * events (seen in public tails of 2024-02-09 and 2024-05-20); their members as in a public log of
 * 2026-10-08.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html">
 *     Telemetry API event schema</a>
 */
final class JsonLog implements EnvironmentLog {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String SUCCESS = "success";
  private static final double US_PER_MS = 1e3;
  private static final double NS_PER_MS = 1e6;
  private static final long BYTES_PER_MB = 1024 * 1024;

  private final EnvironmentIdentity identity;
  private final LogSettings.Levels levels;
  private final LogOutput out;

  JsonLog(EnvironmentIdentity identity, LogSettings.Levels levels, LogOutput out) {
    this.identity = identity;
    this.levels = levels;
    this.out = out;
  }

  @Override
  public void initStarted(InitPhase phase) {
    var function = identity.function();
    var record =
        init(phase)
            .put("runtimeVersion", PlatformLines.runtimeVersion(function))
            .put("runtimeVersionArn", PlatformLines.runtimeVersionArn(function))
            .put("functionName", function.name().name())
            .put("functionVersion", function.version())
            .put("instanceId", identity.logStream())
            .put("instanceMaxMemory", function.memory().megabytes() * BYTES_PER_MB);
    write("initStart", LogLevel.INFO, record, phase);
  }

  @Override
  public void initialized(InitPhase phase, long durationNs) {
    write("initRuntimeDone", LogLevel.DEBUG, init(phase).put("status", SUCCESS), phase);
    boolean isOnDemand = identity.type() == InitializationType.ON_DEMAND;
    var level = isOnDemand ? LogLevel.DEBUG : LogLevel.INFO;
    write("initReport", level, initReport(phase, SUCCESS, null, durationNs), phase);
  }

  @Override
  public void initFailed(InitPhase phase, long durationNs, @Nullable String errorType) {
    var status = errorType == null ? "timeout" : "error";
    var done = withError(init(phase).put("status", status), errorType);
    write("initRuntimeDone", LogLevel.WARN, done, phase);
    write("initReport", LogLevel.WARN, initReport(phase, status, errorType, durationNs), phase);
  }

  private ObjectNode init(InitPhase phase) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("initializationType", identity.type().wire())
        .put("phase", phase.wire());
  }

  private ObjectNode initReport(
      InitPhase phase, String status, @Nullable String errorType, long durationNs) {
    var record = withError(init(phase).put("status", status), errorType);
    record.putObject("metrics").put("durationMs", ms(durationNs / NS_PER_MS));
    return record;
  }

  @Override
  public void started(OngoingInvocation invocation) {
    var function = identity.function();
    var record =
        request(invocation)
            .put("functionArn", function.name().arn())
            .put("version", function.version());
    write("start", LogLevel.INFO, traced(record, invocation));
  }

  @Override
  public void ended(OngoingInvocation invocation, ReportLine report, int answerBytes) {
    var status = report.status() == null ? SUCCESS : report.status();
    boolean isSuccess = status.equals(SUCCESS);
    var done = withError(request(invocation).put("status", status), report.errorType());
    done.putObject("metrics")
        .put("durationMs", ms(report.durationMs()))
        .put("producedBytes", answerBytes);
    write("runtimeDone", isSuccess ? LogLevel.DEBUG : LogLevel.WARN, traced(done, invocation));
    var record = request(invocation);
    record.set("metrics", metrics(report));
    withError(record.put("status", status), report.errorType());
    write("report", isSuccess ? LogLevel.INFO : LogLevel.WARN, traced(record, invocation));
  }

  private static ObjectNode metrics(ReportLine report) {
    var metrics =
        JsonNodeFactory.instance
            .objectNode()
            .put("durationMs", ms(report.durationMs()))
            .put("billedDurationMs", report.billedMs())
            .put("memorySizeMB", report.memoryMb())
            .put("maxMemoryUsedMB", report.maxMemoryUsedMb());
    return report.initMs() == null ? metrics : metrics.put("initDurationMs", ms(report.initMs()));
  }

  private static ObjectNode request(OngoingInvocation invocation) {
    return JsonNodeFactory.instance.objectNode().put("requestId", invocation.requestId());
  }

  private static ObjectNode traced(ObjectNode record, OngoingInvocation invocation) {
    var trace = invocation.trace();
    if (trace.isSampled()) {
      record
          .putObject("tracing")
          .put("spanId", trace.segment())
          .put("type", "X-Amzn-Trace-Id")
          .put("value", trace.header());
    }
    return record;
  }

  private static ObjectNode withError(ObjectNode record, @Nullable String errorType) {
    return errorType == null ? record : record.put("errorType", errorType);
  }

  /** To the microsecond. */
  private static double ms(double value) {
    return Math.round(value * US_PER_MS) / US_PER_MS;
  }

  /** What happens ahead of any invocation is in no tail. */
  private void write(String type, LogLevel level, ObjectNode record, InitPhase phase) {
    if (phase != InitPhase.AHEAD) {
      write(type, level, record);
    } else if (level.isSentAt(levels.system())) {
      out.writeToStream(line(type, record));
    }
  }

  private void write(String type, LogLevel level, ObjectNode record) {
    var line = line(type, record);
    out.writeToTail(line);
    if (level.isSentAt(levels.system())) {
      out.writeToStream(line);
    }
  }

  private String line(String type, ObjectNode record) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("time", time(out.now())).put("type", "platform." + type).set("record", record);
    try {
      return JSON.writeValueAsString(event) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  /** What is no JSON has the level INFO, and stays as it is. */
  @Override
  public void printed(String line, boolean isOfInvocation) {
    if (!level(line).isSentAt(levels.application())) {
      return;
    }
    if (isOfInvocation) {
      out.write(line);
    } else {
      out.writeToStream(line);
    }
  }

  private static LogLevel level(String line) {
    if (!line.startsWith("{")) {
      return LogLevel.INFO;
    }
    try {
      return level(JSON.readTree(line));
    } catch (JsonProcessingException notJson) {
      return LogLevel.INFO;
    }
  }

  private static LogLevel level(JsonNode json) {
    var name = json.path("level").asText().toUpperCase(Locale.ROOT);
    for (var level : LogLevel.values()) {
      if (level.name().equals(name)) {
        return level;
      }
    }
    return LogLevel.INFO;
  }

  @Override
  public String takeTail() {
    return out.takeTail();
  }
}

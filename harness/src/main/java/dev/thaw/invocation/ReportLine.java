package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's REPORT line in its text format: durations in ms, memory in MB. Written as recorded from
 * AWS (tabs, a trailing tab on success, none after a status) and read tolerantly.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html">
 *     Logs</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportLine(
    String requestId,
    double durationMs,
    long billedMs,
    int memoryMb,
    int maxMemoryUsedMb,
    @Nullable Double initMs,
    @Nullable Double restoreMs,
    @Nullable Double billedRestoreMs,
    @Nullable String status,
    @Nullable String errorType) {

  private static final Pattern FIELD =
      Pattern.compile("(?:^|\\t)\\s*([A-Z][A-Za-z ]*?): ([^\\t\\n]*)");

  /** A line without init, restore or status: a warm success. */
  public static ReportLine warm(
      String requestId, double durationMs, long billedMs, int memoryMb, int maxMemoryUsedMb) {
    return new ReportLine(
        requestId, durationMs, billedMs, memoryMb, maxMemoryUsedMb, null, null, null, null, null);
  }

  /** The same line with an Init Duration. */
  public ReportLine withInit(double init) {
    return new ReportLine(
        requestId,
        durationMs,
        billedMs,
        memoryMb,
        maxMemoryUsedMb,
        init,
        restoreMs,
        billedRestoreMs,
        status,
        errorType);
  }

  /** The same line with a status (`timeout`, `error`) and, where there is one, its error type. */
  public ReportLine withStatus(String newStatus, @Nullable String newErrorType) {
    return new ReportLine(
        requestId,
        durationMs,
        billedMs,
        memoryMb,
        maxMemoryUsedMb,
        initMs,
        restoreMs,
        billedRestoreMs,
        newStatus,
        newErrorType);
  }

  @JsonIgnore
  public boolean isCold() {
    return initMs != null || restoreMs != null;
  }

  /** The line as Lambda writes it, with its newline. */
  public String format() {
    var line = new StringBuilder();
    line.append("REPORT RequestId: ").append(requestId);
    line.append("\tDuration: ").append(ms(durationMs));
    line.append("\tBilled Duration: ").append(billedMs).append(" ms");
    line.append("\tMemory Size: ").append(memoryMb).append(" MB");
    line.append("\tMax Memory Used: ").append(maxMemoryUsedMb).append(" MB");
    if (initMs != null) {
      line.append("\tInit Duration: ").append(ms(initMs));
    }
    if (restoreMs != null) {
      line.append("\tRestore Duration: ").append(ms(restoreMs));
    }
    if (billedRestoreMs != null) {
      line.append("\tBilled Restore Duration: ").append(ms(billedRestoreMs));
    }
    if (status == null) {
      return line.append("\t\n").toString();
    }
    line.append("\tStatus: ").append(status);
    if (errorType != null) {
      line.append("\tError Type: ").append(errorType);
    }
    return line.append('\n').toString();
  }

  /**
   * Reads the first REPORT line in a piece of log, in either of Lambda's formats; empty when there
   * is none or it is cut off.
   */
  public static Optional<ReportLine> parse(String log) {
    int start = log.indexOf("REPORT RequestId: ");
    while (start > 0 && log.charAt(start - 1) != '\n') {
      start = log.indexOf("REPORT RequestId: ", start + 1);
    }
    if (start < 0) {
      return JsonReport.parse(log);
    }
    int end = log.indexOf('\n', start);
    return new Fields(log.substring(start + "REPORT ".length(), end < 0 ? log.length() : end))
        .line();
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.2f ms", value);
  }

  /** The fields of one line by name. */
  private record Fields(String text) {
    Optional<ReportLine> line() {
      var requestId = value("RequestId");
      var duration = number("Duration");
      var billed = number("Billed Duration");
      var memory = number("Memory Size");
      var used = number("Max Memory Used");
      if (requestId == null
          || duration == null
          || billed == null
          || memory == null
          || used == null) {
        return Optional.empty();
      }
      return Optional.of(
          new ReportLine(
              requestId,
              duration,
              billed.longValue(),
              memory.intValue(),
              used.intValue(),
              number("Init Duration"),
              number("Restore Duration"),
              number("Billed Restore Duration"),
              value("Status"),
              value("Error Type")));
    }

    private @Nullable String value(String name) {
      var matcher = FIELD.matcher(text);
      while (matcher.find()) {
        if (matcher.group(1).equals(name)) {
          return matcher.group(2).strip();
        }
      }
      return null;
    }

    private @Nullable Double number(String name) {
      var value = value(name);
      if (value == null) {
        return null;
      }
      try {
        return Double.valueOf(value.split(" ", 2)[0]);
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }
}

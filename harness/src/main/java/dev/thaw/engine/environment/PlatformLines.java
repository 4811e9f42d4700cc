package dev.thaw.engine.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own log lines but REPORT, in the text format; INIT_START, START and END as
 * recorded 2023-09-04, localstack test_invocation_type_event_error, INIT_REPORT as documented.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html">
 *     Logs</a>
 */
final class PlatformLines {
  private static final Pattern RUNTIME = Pattern.compile("([a-z]+)\\.?([0-9a-z.]*)");
  private static final double NS_PER_MS = 1e6;

  private PlatformLines() {}

  /** Recorded as {@code python:3.10.v11}; the version number here is always 1. */
  static String initStart(FunctionVersion function) {
    return "INIT_START Runtime Version: %s\tRuntime Version ARN: %s\n"
        .formatted(runtimeVersion(function), runtimeVersionArn(function));
  }

  static String runtimeVersion(FunctionVersion function) {
    return label(function.runtime()) + ".v1";
  }

  static String runtimeVersionArn(FunctionVersion function) {
    return "arn:aws:lambda:%s::runtime:%s"
        .formatted(function.name().region(), hash(function.runtime()));
  }

  static String start(String requestId, FunctionVersion function) {
    return "START RequestId: " + requestId + " Version: " + function.version() + "\n";
  }

  /** What follows a REPORT in its event where the invocation is traced; seen in a log of 2019. */
  static String trace(Trace trace) {
    return "XRAY TraceId: %s\tSegmentId: %s\tSampled: %s\t\n"
        .formatted(trace.id(), trace.segment(), trace.isSampled());
  }

  static String end(String requestId) {
    return "END RequestId: " + requestId + "\n";
  }

  /** The phase is {@code init} or {@code invoke}; without an error type it was a timeout. */
  static String failedInit(long durationNs, String phase, @Nullable String errorType) {
    return errorType == null
        ? initReport(durationNs, phase, "timeout")
        : initReport(durationNs, phase, "error\tError Type: " + errorType);
  }

  /** That an init which went well says so under Status is our reading; no such line is recorded. */
  static String initReport(long durationNs, String phase, String status) {
    return String.format(
        Locale.ROOT,
        "INIT_REPORT Init Duration: %.2f ms\tPhase: %s\tStatus: %s\n",
        durationNs / NS_PER_MS,
        phase,
        status);
  }

  /** {@code java17} as {@code java:17}, {@code provided.al2023} as {@code provided:al2023}. */
  private static String label(String runtime) {
    var matcher = RUNTIME.matcher(runtime);
    return matcher.matches() ? matcher.group(1) + ":" + matcher.group(2) : runtime;
  }

  private static String hash(String runtime) {
    try {
      var text = runtime + " on Java " + Runtime.version();
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.thaw.engine.environment;

import java.util.HexFormat;

/**
 * An invocation's X-Ray trace: its digits are the request id's. There is no X-Ray here, so none is
 * taken over from a caller, and of a function that is traced each invocation is sampled.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">
 *     Tracing header</a>
 */
record Trace(String requestId, long epochSecond, boolean isSampled) {
  private static final int DIGITS = 32;
  private static final int ROOT_DIGITS = 24;
  private static final int SEGMENT_DIGITS = 16;

  /** {@code 1-5759e988-bd862e3fe1be46a994272793}. */
  String id() {
    return "1-"
        + HexFormat.of().toHexDigits((int) epochSecond)
        + "-"
        + digits().substring(0, ROOT_DIGITS);
  }

  /** The function's own part of the trace. */
  String segment() {
    return digits().substring(DIGITS - SEGMENT_DIGITS);
  }

  /** As the header {@code X-Amzn-Trace-Id} has it. */
  String header() {
    return "Root=" + id() + ";Parent=" + segment() + ";Sampled=" + (isSampled ? 1 : 0);
  }

  private String digits() {
    return (requestId.replace("-", "") + "0".repeat(DIGITS)).substring(0, DIGITS);
  }
}

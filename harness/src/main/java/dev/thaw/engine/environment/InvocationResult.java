package dev.thaw.engine.environment;

import dev.thaw.invocation.ReportLine;
import org.jspecify.annotations.Nullable;

/**
 * How an invocation ended: the payload, the function error ({@code Unhandled}) if it failed, the
 * log of this invocation from START to REPORT or the end of it, of which a caller sees the last 4
 * KB, and what the REPORT says.
 */
public record InvocationResult(
    byte[] payload, @Nullable String functionError, String log, @Nullable ReportLine report) {
  /** Where nothing is reported. */
  public InvocationResult(byte[] payload, @Nullable String functionError, String log) {
    this(payload, functionError, log, null);
  }
}

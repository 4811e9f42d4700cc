package dev.thaw.gatling;

import org.jspecify.annotations.Nullable;

/**
 * What an answer brought, undecoded: the status (0 when nothing came), the headers that matter, the
 * beginning of the body, and what went wrong on the way.
 */
record RawAnswer(
    int status,
    @Nullable String requestId,
    @Nullable String functionError,
    @Nullable String errorType,
    @Nullable String logResult,
    byte[] body,
    @Nullable String error) {

  private static final byte[] NO_BODY = {};

  /** No answer, and why. */
  static RawAnswer none(String error) {
    return new RawAnswer(0, null, null, null, null, NO_BODY, error);
  }
}

package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a request: the HTTP status (0 when nothing came), Lambda's request id, the
 * function error although HTTP said 200, the throttle reason of a 429, the REPORT line of the log
 * tail, the function's marker, and the error in words when there was one.
 */
public record Answer(
    int status,
    @Nullable String requestId,
    @Nullable String functionError,
    @Nullable ThrottleReason throttleReason,
    @Nullable ReportLine report,
    @Nullable Marker marker,
    @Nullable String error) {

  /** True when the function ran and returned: a function error is a failure whatever HTTP says. */
  @JsonIgnore
  public boolean isSuccess() {
    return status >= 200 && status < 300 && functionError == null;
  }

  @JsonIgnore
  public boolean isThrottled() {
    return status == 429;
  }
}

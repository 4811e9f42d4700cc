package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a request: the HTTP status (0 when nothing came), the service's request id,
 * the function error although HTTP said 200, the throttle reason of a 429, the REPORT line of the
 * log tail, the function's marker, and the error in words when there was one.
 */
public record Answer(
    int status,
    @Nullable String requestId,
    @Nullable String functionError,
    @Nullable ThrottleReason throttleReason,
    @Nullable ReportLine report,
    @Nullable Marker marker,
    @Nullable String error) {
  private static final Pattern CODE = Pattern.compile("([A-Za-z]+)(?:: |$)");

  /**
   * Services other than Lambda refuse with other statuses: Kinesis and DynamoDB with 400, S3 with
   * 503.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html">PutRecord</a>
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's
   *     errors</a>
   */
  private static final Set<String> THROTTLES =
      Set.of(
          "ProvisionedThroughputExceededException",
          "ThrottlingException",
          "RequestLimitExceeded",
          "SlowDown");

  /** True when the function ran and returned: a function error is a failure whatever HTTP says. */
  @JsonIgnore
  public boolean isSuccess() {
    return status >= 200 && status < 300 && functionError == null;
  }

  /** True when the service refused for now what it would take later. */
  @JsonIgnore
  public boolean isThrottled() {
    return status == 429 || errorCode().filter(THROTTLES::contains).isPresent();
  }

  /** The code that an error in words begins with, if the service gave one. */
  @JsonIgnore
  public Optional<String> errorCode() {
    return Optional.ofNullable(error)
        .map(CODE::matcher)
        .filter(Matcher::lookingAt)
        .map(match -> match.group(1));
  }
}

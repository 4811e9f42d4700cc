package dev.thaw.experiment.protocol;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Request;
import java.util.Optional;

/**
 * Whether a request is proved to have been a cold start that its caller waited for: the function
 * succeeded, its REPORT has an Init or Restore Duration, and its marker says that it was the first
 * invocation of an environment initialised after the request went out. Without a REPORT the marker
 * alone decides, without a marker the REPORT. An environment that was initialised before the
 * request went out was started proactively: its REPORT has an Init Duration that nobody waited for.
 */
final class ColdProof {
  private ColdProof() {}

  /** Why the request is not proved cold; empty when it is. */
  static Optional<String> doubt(Request request) {
    var answer = request.answer();
    if (!answer.isSuccess()) {
      return Optional.of(failure(answer));
    }
    var report = answer.report();
    var marker = answer.marker();
    if (report == null && marker == null) {
      return Optional.of("neither a REPORT nor a marker tells whether it was cold");
    }
    if (report != null && !report.isCold()) {
      return Optional.of("not a cold start: its REPORT has no Init Duration");
    }
    if (marker != null && !marker.isFirst()) {
      return Optional.of("not a cold start: its environment had served before");
    }
    if (marker != null && marker.initializedAtNs() < request.timing().sentNs()) {
      return Optional.of("not waited for: its environment was initialised before it was asked for");
    }
    return Optional.empty();
  }

  private static String failure(Answer answer) {
    if (answer.functionError() != null) {
      return "the function failed (%s)".formatted(answer.functionError());
    }
    if (answer.throttleReason() != null) {
      return "throttled (%s)".formatted(answer.throttleReason().wire());
    }
    return answer.error() != null ? answer.error() : "HTTP status " + answer.status();
  }
}

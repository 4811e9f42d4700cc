package dev.thaw.results;

import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Temperature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests joined with platform records by request id, and the temperature of each. The first that
 * holds decides:
 *
 * <ol>
 *   <li>Restore Duration in the REPORT: COLD. (A snapshot's marker was initialised when the version
 *       was published, so it says nothing of the wait.)
 *   <li>The marker counts its environment's first invocation, and the environment had been
 *       initialised more than 50 ms before the request was sent: PROACTIVE, whatever the REPORT
 *       says, for the caller did not wait. "Init Duration present" is not "caller waited": half and
 *       more of a steady function's environments are initialised proactively.
 *   <li>Init Duration in the REPORT: COLD.
 *   <li>A marker: COLD if it counts 1, else WARM.
 *   <li>A REPORT without either: WARM. Neither a REPORT nor a marker: UNKNOWN.
 * </ol>
 *
 * The 50 ms are there because the marker's clock is the function's and the sent time the
 * generator's. Where no log record was found, the REPORT in the answer's log tail stands in for it,
 * with no log stream.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda's execution environment lifecycle</a>
 * @see <a href="https://aaronstuyvenberg.com/posts/understanding-proactive-initialization">
 *     Proactive initialization, measured</a>
 */
final class Join {
  private static final long CLOCK_TOLERANCE_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private Join() {}

  static List<Invocation> of(List<Request> requests, List<PlatformRecord> platform) {
    var byRequestId = new HashMap<String, PlatformRecord>();
    platform.forEach(record -> byRequestId.put(record.report().requestId(), record));
    var invocations = new ArrayList<Invocation>(requests.size());
    for (var request : requests) {
      var record = record(request, byRequestId);
      invocations.add(new Invocation(request, record, temperature(request, record)));
    }
    return invocations;
  }

  private static @Nullable PlatformRecord record(
      Request request, Map<String, PlatformRecord> byRequestId) {
    var answer = request.answer();
    var logged = answer.requestId() == null ? null : byRequestId.get(answer.requestId());
    if (logged != null || answer.report() == null) {
      return logged;
    }
    long doneMs = TimeUnit.NANOSECONDS.toMillis(request.timing().doneNs());
    return new PlatformRecord(request.slot().variant(), "", doneMs, answer.report());
  }

  private static Temperature temperature(Request request, @Nullable PlatformRecord platform) {
    var marker = request.answer().marker();
    var report = platform == null ? null : platform.report();
    if (report != null && report.restoreMs() != null) {
      return Temperature.COLD;
    }
    if (marker != null && wasInitializedBefore(request, marker)) {
      return Temperature.PROACTIVE;
    }
    if (report != null && report.isCold()) {
      return Temperature.COLD;
    }
    return withoutInit(marker, report);
  }

  private static Temperature withoutInit(@Nullable Marker marker, @Nullable ReportLine report) {
    if (marker != null) {
      return marker.isFirst() ? Temperature.COLD : Temperature.WARM;
    }
    return report != null ? Temperature.WARM : Temperature.UNKNOWN;
  }

  private static boolean wasInitializedBefore(Request request, Marker marker) {
    return marker.isFirst()
        && marker.initializationType() != InitializationType.SNAP_START
        && marker.initializedAtNs() < request.timing().sentNs() - CLOCK_TOLERANCE_NS;
  }
}

package dev.thaw.results;

import dev.thaw.invocation.EventId;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Temperature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Of an event whose sender did not wait for the function, the first handling that did not fail
 * decides, as its log line tells.
 *
 * <p>The 50 ms are there because the marker's clock is the function's and the sent time the
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

  static List<Invocation> of(
      List<Request> requests, List<PlatformRecord> platform, List<Handling> handlings) {
    var byRequestId = new HashMap<String, PlatformRecord>();
    platform.forEach(record -> byRequestId.put(record.report().requestId(), record));
    var byEventId = byEventId(handlings);
    var invocations = new ArrayList<Invocation>(requests.size());
    for (var request : requests) {
      var own = byEventId.getOrDefault(EventId.of(request.slot()), List.of());
      invocations.add(
          request.route().isAwaited()
              ? awaited(request, own, byRequestId)
              : handled(request, own, byRequestId));
    }
    return invocations;
  }

  private static Map<String, List<Handling>> byEventId(List<Handling> handlings) {
    var byEventId = new HashMap<String, List<Handling>>();
    for (var handling : handlings) {
      byEventId.computeIfAbsent(handling.eventId(), id -> new ArrayList<>(1)).add(handling);
    }
    byEventId.values().forEach(all -> all.sort(Comparator.comparingLong(Handling::startedNs)));
    return byEventId;
  }

  private static Invocation awaited(
      Request request, List<Handling> handlings, Map<String, PlatformRecord> byRequestId) {
    var record = record(request, byRequestId);
    var found = record == null ? ofHandling(handlings, byRequestId) : record;
    return new Invocation(request, found, temperature(request, found), handlings);
  }

  /** The REPORT of a batch of several events is none of theirs. */
  private static Invocation handled(
      Request request, List<Handling> handlings, Map<String, PlatformRecord> byRequestId) {
    return new Invocation(
        request,
        ofHandling(handlings, byRequestId),
        first(handlings).map(Handling::temperature).orElse(Temperature.UNKNOWN),
        handlings);
  }

  private static @Nullable PlatformRecord ofHandling(
      List<Handling> handlings, Map<String, PlatformRecord> byRequestId) {
    return first(handlings)
        .filter(handling -> handling.batchSize() == 1)
        .map(handling -> byRequestId.get(handling.requestId()))
        .orElse(null);
  }

  private static Optional<Handling> first(List<Handling> handlings) {
    return handlings.stream().filter(one -> !one.isFailed()).findFirst();
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

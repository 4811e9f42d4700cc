package dev.thaw.experiment.run;

import dev.thaw.invocation.EventId;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.RouteKind;
import dev.thaw.target.LogEvidence.Awaited;
import java.util.HashSet;
import java.util.List;

/** What the functions' logs must say once everything has arrived there. */
final class AwaitedLogs {
  private AwaitedLogs() {}

  /**
   * Of what answered with Lambda's request id its REPORT; of what was taken for later, or came
   * through an API, that the event was handled.
   */
  static Awaited of(List<Invocation> invocations) {
    var requestIds = new HashSet<String>();
    var eventIds = new HashSet<String>();
    for (var invocation : invocations) {
      var request = invocation.request();
      var requestId = request.answer().requestId();
      if (!hasLambdasId(request)) {
        if (request.answer().isSuccess()) {
          eventIds.add(EventId.of(request.slot()));
        }
      } else if (request.answer().status() == 200 && requestId != null) {
        requestIds.add(requestId);
      }
    }
    return new Awaited(requestIds, eventIds);
  }

  private static boolean hasLambdasId(Request request) {
    return request.route() == RouteKind.SYNC || request.route() == RouteKind.FUNCTION_URL;
  }
}

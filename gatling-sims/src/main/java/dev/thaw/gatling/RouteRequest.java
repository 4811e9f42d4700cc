package dev.thaw.gatling;

import dev.thaw.invocation.Answer;
import java.net.URI;
import java.util.Map;

/**
 * How events go by one route: the HTTP request that each becomes, and what its answer says. All
 * requests of a stretch have in common what does not ask for the event.
 */
interface RouteRequest {
  /** Where requests go; {@link #path} is appended. */
  URI url();

  /** The service's name in the scope of a signature. */
  String service();

  default String method() {
    return "POST";
  }

  Map<String, String> headers();

  /** Whether each event has a URL of its own. */
  default boolean hasPaths() {
    return false;
  }

  /** The end of the path, percent-encoded, where each event has a URL of its own. */
  default String path(Event event) {
    return "";
  }

  default byte[] body(Event event) {
    return event.payload();
  }

  /** The header by which the service tells its request id. */
  default String requestIdHeader() {
    return "x-amzn-RequestId";
  }

  default Answer decode(RawAnswer raw) {
    return AnswerDecoder.decode(raw);
  }
}

package dev.thaw.invocation;

/** One request as the load generator saw it, and the route by which it carried its event. */
public record Request(Slot slot, Timing timing, Answer answer, RouteKind route) {
  /** Files of before there were routes have none: all were synchronous invocations. */
  public Request {
    route = route == null ? RouteKind.SYNC : route;
  }

  /** A synchronous invocation. */
  public Request(Slot slot, Timing timing, Answer answer) {
    this(slot, timing, answer, RouteKind.SYNC);
  }
}

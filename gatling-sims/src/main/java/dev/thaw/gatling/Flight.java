package dev.thaw.gatling;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request in the air. Lives on one event loop from take-off to landing; lands exactly once.
 *
 * <p>It counts as sent when its signature is done, which is when its bytes go to an open
 * connection. When a connection has to be opened first, it counts as sent when it was handed to the
 * HTTP client: connecting is part of what a caller waits for, not of the generator's lag.
 */
final class Flight {
  /** The name of the session attribute that holds the flight. */
  static final String ATTRIBUTE = "flight";

  private static final long NEVER = 0;

  private final FiredStretch stretch;
  private final long index;
  private final long intendedNs;
  private final String path;
  private final byte[] body;
  private final AtomicBoolean landed = new AtomicBoolean();
  private boolean signed;
  private volatile long sentNs = NEVER;
  private long doneNs;
  private @Nullable RawAnswer answer;

  Flight(FiredStretch stretch, long index, long intendedNs) {
    this.stretch = stretch;
    this.index = index;
    this.intendedNs = intendedNs;
    var event = stretch.event(index);
    this.path = stretch.route().path(event);
    this.body = stretch.route().body(event);
  }

  FiredStretch stretch() {
    return stretch;
  }

  long index() {
    return index;
  }

  long intendedNs() {
    return intendedNs;
  }

  /** The end of its URL's path, where that is its own. */
  String path() {
    return path;
  }

  byte[] body() {
    return body;
  }

  /**
   * Called before signing. Gatling's client signs again when it repeats a request whose connection
   * was closed under it; a repeated invocation would be a hidden one, so it is refused.
   */
  void beforeSigning() {
    if (signed) {
      throw new IllegalStateException("connection closed before the answer, not sent again");
    }
    signed = true;
  }

  void signed() {
    if (sentNs == NEVER) {
      sentNs = stretch.clock().now();
    }
  }

  /** Called when the HTTP client has taken the request, and signed it if a connection was open. */
  void handedOver() {
    signed();
  }

  /** Takes the answer, or the reason why there is none; all but the first are ignored. */
  void land(RawAnswer landing, long nowNs) {
    if (landed.compareAndSet(false, true)) {
      if (sentNs == NEVER) {
        sentNs = nowNs;
      }
      doneNs = nowNs;
      answer = landing;
      stretch.landed(this);
    }
  }

  long sentNs() {
    return sentNs;
  }

  long doneNs() {
    return doneNs;
  }

  /** What it landed with. */
  RawAnswer answer() {
    var landing = answer;
    return landing == null ? RawAnswer.none("still in the air") : landing;
  }
}

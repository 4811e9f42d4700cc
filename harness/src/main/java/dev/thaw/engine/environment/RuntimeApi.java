package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What the Runtime API knows of its one runtime: whether it waits for an invocation, and which one
 * it works on.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi {
  /** A runtime's request for the next invocation, waiting for its answer. */
  @FunctionalInterface
  interface Waiting {
    /** Sends the invocation; false if the runtime has given up waiting. */
    boolean send(Delivery delivery);
  }

  private final RuntimeListener listener;
  private final Clock clock;
  private @Nullable Waiting waiting;
  private @Nullable Delivery undelivered;
  private @Nullable String current;
  private @Nullable String answered;
  private boolean isRefused;

  RuntimeApi(RuntimeListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /** The environment has an invocation for the runtime. */
  void deliver(Delivery delivery) {
    current = delivery.request().requestId();
    isRefused = false;
    var request = waiting;
    waiting = null;
    if (request == null || !request.send(delivery)) {
      undelivered = delivery;
    }
  }

  /** {@code GET /runtime/invocation/next}. */
  Verdict next(Waiting request) {
    var delivery = undelivered;
    if (delivery != null) {
      undelivered = null;
      request.send(delivery);
      return Verdict.ACCEPTED;
    }
    if (current != null && !isRefused) {
      return Verdict.INVALID_STATE;
    }
    close();
    waiting = request;
    listener.ready(clock.nanoTime());
    return Verdict.ACCEPTED;
  }

  /** What may be said about an invocation of that id. */
  Verdict check(String requestId) {
    if (requestId.equals(current)) {
      return Verdict.ACCEPTED;
    }
    return requestId.equals(answered) ? Verdict.INVALID_STATE : Verdict.INVALID_ID;
  }

  /** {@code POST /runtime/invocation/ID/response}, checked before. */
  void respond(byte[] payload) {
    close();
    listener.responded(clock.nanoTime(), payload);
  }

  /** The response is too large to be taken; runtimes then post an error, which changes nothing. */
  void refuse() {
    isRefused = true;
    listener.failed(clock.nanoTime(), Failure.responseTooLarge());
  }

  /** {@code POST /runtime/invocation/ID/error}, or the error at the end of a streamed response. */
  void fail(Failure failure) {
    close();
    listener.failed(clock.nanoTime(), failure);
  }

  /** {@code POST /runtime/init/error}. */
  void failInit(Failure failure) {
    listener.initFailed(clock.nanoTime(), failure);
  }

  private void close() {
    if (current != null) {
      answered = current;
    }
    current = null;
  }

  /** How a call is taken. */
  enum Verdict {
    ACCEPTED,
    INVALID_ID,
    INVALID_STATE
  }
}

package dev.thaw.engine.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the bodies of all requests that are arriving or being answered may take together: a share of
 * the heap, so that many large ones at once are refused and do not end the process. Thread-safe.
 */
final class BodyMemory {
  // What is made of a body takes as much again, and services keep things as well.
  private static final int SHARE = 3;

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  BodyMemory(long most) {
    this.most = most;
  }

  static BodyMemory ofThisProcess() {
    return new BodyMemory(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /** Takes so many bytes, or none and says so. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}

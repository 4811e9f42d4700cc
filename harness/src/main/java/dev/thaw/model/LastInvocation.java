package dev.thaw.model;

/** How the invocation of a function goes that was admitted last, for those who wait for its end. */
final class LastInvocation {
  /** When the handler is entered: after its environment's init, if there is one. */
  long entryNs;

  long endNs;

  /** Whether it ends with the function's timeout. */
  boolean isTimeout;
}

package dev.thaw.model;

/** How the invocation of a function goes that was admitted last, for those who wait for its end. */
final class LastInvocation {
  long endNs;

  /** Whether it ends with the function's timeout. */
  boolean isTimeout;
}

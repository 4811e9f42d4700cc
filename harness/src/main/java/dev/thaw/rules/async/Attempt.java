package dev.thaw.rules.async;

/** What came of taking an event from the queue. */
public enum Attempt {
  SUCCEEDED,
  /** The function failed, timed out or broke its environment. */
  FUNCTION_ERROR,
  /** There was no concurrency for it; the function was not invoked. */
  THROTTLED,
  /** Lambda itself failed; the function was not invoked. */
  SYSTEM_ERROR,
  /** The function's reserved concurrency is 0; it was not invoked. */
  ZERO_RESERVED_CONCURRENCY,
  /** The event had waited too long already; the function was not invoked. */
  TOO_OLD
}

package dev.thaw.rules.stream;

/** What came of sending a {@link Batch}. */
public sealed interface BatchResult {
  /** All records alike. */
  enum Whole implements BatchResult {
    SUCCEEDED,
    FUNCTION_ERROR,
    /** There was no concurrency for it; the function was not invoked. */
    THROTTLED,
    /** Lambda itself failed; the function was not invoked. */
    SYSTEM_ERROR
  }

  /** The function, which is in a tumbling window, returned a state as JSON along with that. */
  record Stated(BatchResult result, String state) implements BatchResult {}

  /** The function reported failures, of which this is the index of the first in the batch. */
  record Partial(int firstFailed) implements BatchResult {}
}

package dev.thaw.rules.async;

/**
 * Who is told what became of an event.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">
 *     Destinations and dead-letter queue</a>
 */
public enum Destination {
  ON_SUCCESS,
  ON_FAILURE,
  /** The function's own queue or topic; it gets the payload alone, and three attributes. */
  DEAD_LETTER_QUEUE
}

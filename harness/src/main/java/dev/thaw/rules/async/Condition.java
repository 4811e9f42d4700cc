package dev.thaw.rules.async;

import static dev.thaw.rules.async.Destination.DEAD_LETTER_QUEUE;
import static dev.thaw.rules.async.Destination.ON_FAILURE;
import static dev.thaw.rules.async.Destination.ON_SUCCESS;

import java.util.List;

/**
 * Why an event left the queue: the {@code condition} of the record that its destination gets, with
 * the spelling that was recorded from AWS (localstack/localstack, {@code
 * test_lambda_destinations.py} and {@code test_lambda.py::TestLambdaConcurrency}, November 2025).
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">
 *     Records of asynchronous invocations</a>
 */
public enum Condition {
  SUCCESS("Success"),
  RETRIES_EXHAUSTED("RetriesExhausted"),
  EVENT_AGE_EXCEEDED("EventAgeExceeded"),
  ZERO_RESERVED_CONCURRENCY("ZeroReservedConcurrency");

  private final String code;

  Condition(String code) {
    this.code = code;
  }

  /** AWS's spelling. */
  public String code() {
    return code;
  }

  /** Who is told, as far as it is configured. */
  public List<Destination> destinations() {
    return this == SUCCESS ? List.of(ON_SUCCESS) : List.of(ON_FAILURE, DEAD_LETTER_QUEUE);
  }
}

package dev.thaw.rules.stream;

/**
 * Why records were discarded: the {@code condition} of the record that the on-failure destination
 * gets.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">
 *     Retaining discarded batch records</a>
 */
public enum DiscardCondition {
  RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
  RECORD_AGE_EXCEEDED("RecordAgeExceeded");

  private final String code;

  DiscardCondition(String code) {
    this.code = code;
  }

  /** AWS's spelling. */
  public String code() {
    return code;
  }
}

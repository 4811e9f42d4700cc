package dev.thaw.rules.stream;

import static dev.thaw.rules.stream.BatchResult.Whole.FUNCTION_ERROR;
import static dev.thaw.rules.stream.BatchResult.Whole.SUCCEEDED;
import static dev.thaw.rules.stream.BatchResult.Whole.SYSTEM_ERROR;
import static dev.thaw.rules.stream.BatchResult.Whole.THROTTLED;
import static dev.thaw.rules.stream.ErrorHandling.ASSUMED_BACKOFF;
import static dev.thaw.rules.stream.ErrorHandling.INFINITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping does with what fails. A story has a line for each batch sent and discarded. */
final class StreamErrorsTest {
  private static Shard shard(int batchSize, ErrorHandling errors) {
    return Shard.kinesis(Batching.of(batchSize), errors);
  }

  private static Shard.Function failsOn(int poison) {
    return numbers -> numbers.contains(poison) ? FUNCTION_ERROR : SUCCEEDED;
  }

  /** Recorded from AWS: MaximumRetryAttempts 1 and 2 give approximateInvokeCount 2 and 3. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 3", "9, 10"})
  void discardsTheBatchAfterItsRetries(int retries, int count) {
    var story = shard(3, ErrorHandling.retries(retries)).put(4, 0).runToTheEnd(failsOn(1));

    assertThat(story).hasSize(count + 2);
    assertThat(story.get(count)).endsWith("RetryAttemptsExhausted [0, 1, 2] " + count);
    assertThat(story.get(count + 1)).endsWith("[3]");
  }

  @Test
  void retriesTheWholeBatchWithGrowingPauses() {
    assertThat(shard(3, ErrorHandling.retries(2)).put(4, 0).runToTheEnd(failsOn(1)))
        .containsExactly(
            "0.00 [0, 1, 2]",
            "0.25 [0, 1, 2]",
            "0.75 [0, 1, 2]",
            "0.75 RetryAttemptsExhausted [0, 1, 2] 3",
            "0.75 [3]");
  }

  @Test
  void throttlesAndErrorsOfLambdaAreNoRetries() {
    var shard = shard(3, ErrorHandling.retries(0)).put(1, 0);

    shard.settle(shard.sent(0), THROTTLED, 0);
    shard.settle(shard.sent(0.25), SYSTEM_ERROR, 0.25);
    shard.settle(shard.sent(0.75), FUNCTION_ERROR, 0.75);

    assertThat(shard.discarded(0.75).invokeCount()).isEqualTo(1);
    assertThat(shard.pending()).isZero();
  }

  private static ErrorHandling age(int retries) {
    return new ErrorHandling(retries, 60, false, false, ASSUMED_BACKOFF);
  }

  /** Recorded from AWS: a record that may live for 60 s is given up after 8 invocations. */
  @Test
  void discardsRecordsThatGrowTooOldOverTheirRetries() {
    var story = shard(1, age(INFINITE)).put(1, 0).runToTheEnd(failsOn(0));

    assertThat(story).hasSize(9).endsWith("63.75 RecordAgeExceeded [0] 8");
    assertThat(story.subList(0, 4)).containsExactly("0.00 [0]", "0.25 [0]", "0.75 [0]", "1.75 [0]");
  }

  /** Recorded from AWS: what is too old at first sight counts 1; the others are delivered. */
  @Test
  void splitsOffWhatIsTooOldAtFirstSight() {
    assertThat(shard(10, age(0)).put(2, -61).put(2, -59).runToTheEnd(numbers -> SUCCEEDED))
        .containsExactly("0.00 RecordAgeExceeded [0, 1] 1", "0.00 [2, 3]");
  }

  @Test
  void bisectingLooksForTheBadRecordWithoutUsingRetriesUp() {
    var errors = new ErrorHandling(1, INFINITE, true, false, ASSUMED_BACKOFF);

    assertThat(shard(10, errors).put(5, 0).runToTheEnd(failsOn(3)))
        .containsExactly(
            "0.00 [0, 1, 2, 3, 4]",
            "0.25 [0, 1]",
            "0.25 [2, 3, 4]",
            "0.50 [2]",
            "0.50 [3, 4]",
            "0.75 [3]",
            "1.00 [3]",
            "1.00 RetryAttemptsExhausted [3] 2",
            "1.00 [4]");
  }

  private static Shard.Function reports(int poison) {
    return numbers ->
        numbers.contains(poison) ? new BatchResult.Partial(numbers.indexOf(poison)) : SUCCEEDED;
  }

  /**
   * Recorded from AWS (test_kinesis_report_batch_item_failures, 2025-11-25): 6 records in batches
   * of 3, the last one fails; it is delivered five times and its invoke count is 4.
   */
  @Test
  void retriesAfreshFromTheFirstRecordThatIsReported() {
    var errors = new ErrorHandling(3, INFINITE, false, true, ASSUMED_BACKOFF);

    assertThat(shard(3, errors).put(6, 0).runToTheEnd(reports(5)))
        .containsExactly(
            "0.00 [0, 1, 2]",
            "0.00 [3, 4, 5]",
            "0.25 [5]",
            "0.50 [5]",
            "1.00 [5]",
            "2.00 [5]",
            "2.00 RetryAttemptsExhausted [5] 4");
  }

  @Test
  void bisectsAtTheReportedRecord() {
    var errors = new ErrorHandling(0, INFINITE, true, true, ASSUMED_BACKOFF);

    assertThat(shard(9, errors).put(4, 0).runToTheEnd(reports(1)))
        .containsExactly(
            "0.00 [0, 1, 2, 3]", "0.25 [1, 2, 3]", "0.25 RetryAttemptsExhausted [1, 2, 3] 1");
  }

  @Test
  void aReportThatNobodyAskedForIsIgnored() {
    assertThat(shard(9, ErrorHandling.DEFAULT).put(4, 0).runToTheEnd(reports(1)))
        .containsExactly("0.00 [0, 1, 2, 3]");
  }

  /** Recorded from AWS, with batches of one record. */
  @Test
  void readsWhatAFunctionReports() {
    assertThat(result((List<@Nullable String>) null)).isEqualTo(SUCCEEDED);
    assertThat(result(List.of())).isEqualTo(SUCCEEDED);
    assertThat(result("12")).isEqualTo(new BatchResult.Partial(1));
    assertThat(result("13", "12")).isEqualTo(new BatchResult.Partial(1));
    assertThat(result("")).isEqualTo(FUNCTION_ERROR);
    assertThat(result("99")).isEqualTo(FUNCTION_ERROR);
    assertThat(result("12", "99")).isEqualTo(FUNCTION_ERROR);
    assertThat(result("12", null)).isEqualTo(FUNCTION_ERROR);
  }

  private static BatchResult result(@Nullable String... identifiers) {
    return result(Arrays.asList(identifiers));
  }

  private static BatchResult result(@Nullable List<@Nullable String> identifiers) {
    return BatchItemFailures.read(identifiers, List.of("11", "12", "13"));
  }

  @Test
  void refusesAReportBeyondTheBatch() {
    var errors = new ErrorHandling(0, INFINITE, false, true, ASSUMED_BACKOFF);
    var shard = shard(9, errors).put(2, 0);
    var batch = shard.sent(0);

    assertThatThrownBy(() -> shard.settle(batch, new BatchResult.Partial(2), 0))
        .hasMessage("a batch of 2 records has none with the index 2");
  }
}

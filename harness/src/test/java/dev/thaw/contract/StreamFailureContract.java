package dev.thaw.contract;

import static dev.thaw.contract.StreamCase.assertSeconds;
import static dev.thaw.rules.stream.DiscardCondition.RECORD_AGE_EXCEEDED;
import static dev.thaw.rules.stream.DiscardCondition.RETRY_ATTEMPTS_EXHAUSTED;
import static dev.thaw.rules.stream.ErrorHandling.ASSUMED_BACKOFF;
import static dev.thaw.rules.stream.ErrorHandling.INFINITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.model.QueuedOutcome;
import dev.thaw.model.StreamContent.Item;
import dev.thaw.model.Tally;
import dev.thaw.rules.stream.ErrorHandling;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lambda's rules of what a mapping does with batches that fail, one case for each. Batches take 0.2
 * s; no two things happen at the same instant but the arrivals of a burst.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">
 *     Retaining discarded batch records</a>
 */
abstract class StreamFailureContract {
  /** Who is held to it. */
  abstract Platform platform();

  private static QueuedOutcome.Stream.Sent sent(long batches, long records) {
    return new QueuedOutcome.Stream.Sent(batches, records, 0);
  }

  private static StreamCase atHalfASecond(int records) {
    return StreamCase.of("pause 500 ms then burst " + records);
  }

  /** At 1, 1.45 and 2.15 s; the fourth record is next, at 2.35 s. */
  @Test
  void aFailedBatchIsRetriedWholeAndAfterGrowingPauses() {
    var stream =
        atHalfASecond(4)
            .batching(3)
            .handling(ErrorHandling.retries(2))
            .holding(Item.of(0), Item.poison(0), Item.of(0), Item.of(0))
            .run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(4, 10));
    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 3L));
    assertSeconds(stream.iteratorAge(), 0.5, 0.95, 1.65, 1.85);
    assertSeconds(stream.stay(), 2.05);
  }

  /** The invocations are recorded from AWS as approximateInvokeCount 2 and 3 for 1 and 2. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 3", "5, 6"})
  void noMoreRetriesAreMadeThanConfigured(int retries, int invocations) {
    var stream =
        atHalfASecond(1).handling(ErrorHandling.retries(retries)).failing().run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(invocations, invocations));
    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 1L));
  }

  /**
   * At 1, 1.45, 2.15, 3.35, 5.55, 9.75, 17.95, 34.15 and 66.35 s, and from then on 60.2 s after the
   * one before: at 126.55, 186.75, 246.95 and 307.15 s.
   */
  @Test
  void withoutAnEndOfRetriesTheShardIsBlocked() {
    var stream = atHalfASecond(2).holding(Item.poison(0), Item.of(0)).run(platform(), 300);

    assertThat(stream.sent()).isEqualTo(sent(12, 12));
    assertThat(stream.discarded()).isEmpty();
    assertThat(stream.processed()).isZero();
    assertThat(stream.pending()).isEqualTo(2);
  }

  /**
   * Key 0: at 1 and 1.45 s, given up at 1.65 s, its next one to 1.85 s. Key 1, in another lane: at
   * 1 and 1.2 s.
   */
  @Test
  void aFailingPartitionKeyDoesNotHoldOthersUp() {
    var stream =
        atHalfASecond(4)
            .batching(1, 0, 2)
            .handling(ErrorHandling.retries(1))
            .holding(Item.poison(0), Item.of(0), Item.of(1), Item.of(1))
            .run(platform(), 60);

    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 1L));
    assertSeconds(stream.iteratorAge(), 0.5, 0.5, 0.7, 0.95, 1.15);
    assertSeconds(stream.stay(), 0.7, 0.9, 1.35);
  }

  /**
   * All five at 1 s; 0 and 1 at 1.45, 2 to 4 at 1.65; 2 at 2.1, 3 and 4 at 2.3; 3 at 2.75 and, its
   * only retry, at 3.2; 4 at 3.4 s.
   */
  @Test
  void bisectingFindsTheBadRecordAndUsesNoRetryUp() {
    var stream =
        atHalfASecond(5)
            .batching(10)
            .handling(new ErrorHandling(1, INFINITE, true, false, ASSUMED_BACKOFF))
            .holding(Item.of(0), Item.of(0), Item.of(0), Item.poison(0), Item.of(0))
            .run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(8, 16));
    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 1L));
    assertSeconds(stream.iteratorAge(), 0.5, 0.95, 1.15, 1.6, 1.8, 2.25, 2.7, 2.9);
    assertSeconds(stream.stay(), 1.15, 1.15, 1.8, 3.1);
  }

  /**
   * Recorded from AWS (test_kinesis_report_batch_item_failures, 2025-11-25): six records, three
   * retries, ten deliveries, five of them of the bad record. It is sent with its batch at 1.2 s,
   * and alone at 1.65, 2.1, 2.8 and 4 s.
   */
  @Test
  void whatAFunctionReportsIsRetriedAfreshFromThereOn() {
    var stream =
        atHalfASecond(6)
            .batching(3)
            .handling(new ErrorHandling(3, INFINITE, false, true, ASSUMED_BACKOFF))
            .holding(Item.of(0), Item.of(0), Item.of(0), Item.of(0), Item.of(0), Item.poison(0))
            .run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(6, 10));
    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 1L));
    assertSeconds(stream.iteratorAge(), 0.5, 0.7, 1.15, 1.6, 2.3, 3.5);
    assertSeconds(stream.stay(), 0.7, 0.7, 0.7, 0.9, 0.9);
  }

  /** All four at 1 s; 1, 2 and 3 at 1.45 s and then no more. */
  @Test
  void aReportedBatchIsBisectedAtTheReportedRecord() {
    var stream =
        atHalfASecond(4)
            .batching(10)
            .handling(new ErrorHandling(0, INFINITE, true, true, ASSUMED_BACKOFF))
            .holding(Item.of(0), Item.poison(0), Item.of(0), Item.of(0))
            .run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(2, 7));
    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 3L));
    assertSeconds(stream.stay(), 0.7);
  }

  /**
   * Recorded from AWS (test_kinesis_maximum_record_age_exceeded, 2025-11-25): eight invocations in
   * 60 s. The ninth would come at 66.35 s.
   */
  @Test
  void aRecordThatGrowsTooOldOverItsRetriesIsDiscarded() {
    var stream =
        atHalfASecond(2)
            .handling(new ErrorHandling(INFINITE, 60, false, false, ASSUMED_BACKOFF))
            .holding(Item.poison(0), Item.of(0))
            .run(platform(), 100);

    assertThat(stream.sent()).isEqualTo(sent(8, 8));
    // The other one has grown too old behind it.
    assertThat(stream.discarded()).isEqualTo(Map.of(RECORD_AGE_EXCEEDED, 2L));
  }

  /** At 100 s two are 99.5 s old, and two 49.5 s. */
  @Test
  void recordsThatAreTooOldAtFirstSightAreSplitOffTheirBatch() {
    var stream =
        StreamCase.of("pause 500 ms then burst 2 then pause 50 s then burst 2")
            .batching(10)
            .handling(new ErrorHandling(0, 60, false, false, ASSUMED_BACKOFF))
            .mappedAfter(100)
            .run(platform(), 200);

    assertThat(stream.discarded()).isEqualTo(Map.of(RECORD_AGE_EXCEEDED, 2L));
    assertThat(stream.sent()).isEqualTo(sent(1, 2));
    assertSeconds(stream.iteratorAge(), 49.5);
  }

  private static ContractFunction busyUntil3200Ms() {
    return ContractFunction.taking(Duration.ofSeconds(3)).named("busy").under("burst 1", 0.2);
  }

  /** Throttled at 1, 1.25, 1.75 and 2.75 s; the next time is 4.75 s. */
  @Test
  void aThrottledBatchIsTriedAgainAndBlocksItsShard() {
    var stream = StreamCase.run(platform(), 1, 60, atHalfASecond(2).function(), busyUntil3200Ms());

    assertThat(stream.throttled()).isEqualTo(4);
    assertThat(stream.batches()).isEqualTo(2);
    assertSeconds(stream.iteratorAge(), 4.25, 4.45);
    assertSeconds(stream.stay(), 4.45, 4.65);
  }

  @Test
  void beingThrottledIsNoRetry() {
    var function = atHalfASecond(1).handling(ErrorHandling.retries(1)).failing().function();
    var stream = StreamCase.run(platform(), 1, 60, function, busyUntil3200Ms());

    assertThat(stream.throttled()).isEqualTo(4);
    assertThat(stream.batches()).isEqualTo(2);
    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 1L));
    // 0.25 s after the error, as if it had not been throttled before.
    assertSeconds(stream.iteratorAge(), 4.25, 4.7);
  }

  /**
   * Throttled at 1, 1.25, 1.75, 2.75, 4.75, 8.75, 16.75 and 32.75 s; the next time, 64.75 s, is too
   * late.
   */
  @Test
  void aRecordThatFindsNoConcurrencyInItsTimeIsDiscarded() {
    var function =
        atHalfASecond(1)
            .handling(new ErrorHandling(0, 60, false, false, ASSUMED_BACKOFF))
            .function();
    var busy = ContractFunction.taking(Duration.ofSeconds(66)).named("busy").under("burst 1", 0.2);
    var stream = StreamCase.run(platform(), 1, 200, function, busy);

    assertThat(stream.throttled()).isEqualTo(8);
    assertThat(stream.batches()).isZero();
    assertThat(stream.discarded()).isEqualTo(Map.of(RECORD_AGE_EXCEEDED, 1L));
  }

  /**
   * Ten requests from 1 s on take the account's bucket; at 1.05 s it has half of one, at 1.3 s 3.
   */
  @Test
  void batchesCountAsRequestsPerSecond() {
    var function = ContractFunction.taking(Duration.ofMillis(5)).under(atHalfASecond(12).load());
    var stream = StreamCase.run(platform(), 1, 60, function);

    assertThat(stream.throttled()).isEqualTo(1);
    assertThat(stream.processed()).isEqualTo(12);
  }

  /** From 1 to 4 s, and from 4.25 to 7.25 s. */
  @Test
  void aTimeoutIsAFunctionError() {
    var load = atHalfASecond(1).handling(ErrorHandling.retries(1)).load();
    var function =
        ContractFunction.taking(Duration.ofSeconds(5))
            .endedAfter(Duration.ofSeconds(3))
            .under(load);

    var observed = platform().run(ContractCase.of(10, 60, function)).get(0);
    assertThat(observed.tally()).isEqualTo(new Tally(2, 1, 1, 0, Map.of(), 2));
    var stream = (QueuedOutcome.Stream) observed.queued().get(0);
    assertThat(stream.discarded()).isEqualTo(Map.of(RETRY_ATTEMPTS_EXHAUSTED, 1L));
    assertSeconds(stream.iteratorAge(), 0.5, 3.75);
  }
}

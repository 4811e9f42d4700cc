package dev.thaw.contract;

import static dev.thaw.contract.StreamCase.assertSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.model.QueuedOutcome;
import dev.thaw.model.StreamContent.Item;
import dev.thaw.model.Tally;
import dev.thaw.rules.stream.DiscardCondition;
import dev.thaw.rules.stream.ErrorHandling;
import dev.thaw.rules.stream.StartingPosition;
import dev.thaw.rules.stream.StreamSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Lambda's rules of reading streams and gathering batches, one case for each; what fails is {@link
 * StreamFailureContract}'s. No two things happen at the same instant but the arrivals of a burst.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Lambda and
 *     Kinesis</a>
 */
abstract class StreamContract {
  /** Who is held to it. */
  abstract Platform platform();

  private static QueuedOutcome.Stream.Sent sent(long batches, long records) {
    return new QueuedOutcome.Stream.Sent(batches, records, 0);
  }

  private Tally tally(StreamCase stream) {
    return platform().run(ContractCase.of(1_000, 60, stream.function())).get(0).tally();
  }

  private static StreamCase atHalfASecond(int records) {
    return StreamCase.of("pause 500 ms then burst " + records);
  }

  /** At 0.3, 1.3 and 5.9 s. */
  private static StreamCase nowAndThen() {
    return StreamCase.of(
        "pause 300 ms then burst 1 then pause 1 s then burst 1 then pause 4600 ms then burst 1");
  }

  /** Read at 1 s, and the shard is not asked again for what is left: at 1, 1.2 and 1.4 s. */
  @Test
  void aBatchTakesAsManyRecordsAsItsSize() {
    var stream = atHalfASecond(25).batching(10).run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(3, 25));
    assertThat(stream.processed()).isEqualTo(25);
    assertSeconds(stream.iteratorAge(), 0.5, 0.7, 0.9);
    assertThat(stream.stay().quantileMs(1)).isBetween(1_098.0, 1_102.0);
  }

  /** At 1, 2 and 6 s. */
  @Test
  void aShardOfKinesisIsPolledOncePerSecond() {
    assertSeconds(nowAndThen().run(platform(), 60).iteratorAge(), 0.1, 0.7, 0.7);
  }

  /** At 0.5, 1.5 and 6 s. */
  @Test
  void aShardOfDynamoDbIsPolledFourTimesPerSecond() {
    var stream = nowAndThen().from(StreamSource.DYNAMODB).run(platform(), 60);

    assertSeconds(stream.iteratorAge(), 0.1, 0.2, 0.2);
  }

  /** Busy from 1 to 3.7 s; the second record came at 2.5 s. */
  @Test
  void afterALongInvocationTheShardIsReadAtOnce() {
    var load = StreamCase.of("pause 500 ms then burst 1 then pause 2 s then burst 1").load();
    var function = ContractFunction.taking(Duration.ofMillis(2_700)).under(load);

    assertSeconds(StreamCase.run(platform(), 10, 60, function).iteratorAge(), 0.5, 1.2);
  }

  /** From 0 to 5 s, and from the end at 5.2 s to 10.2 s. */
  @Test
  void aBatchingWindowStartsWithTheEndOfTheInvocationBefore() {
    var stream =
        StreamCase.of(
                "pause 300 ms then burst 1 then pause 2200 ms then burst 1 then pause 4 s then"
                    + " burst 1")
            .batching(100, 5, 1)
            .run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(2, 3));
    assertSeconds(stream.iteratorAge(), 2.5, 3.7);
    assertSeconds(stream.stay(), 2.7, 3.9, 4.9);
  }

  /** At 1 s; the fourth record waits from 1.2 to 301.2 s. */
  @Test
  void aFullBatchDoesNotWaitForItsWindow() {
    var stream = atHalfASecond(4).batching(3, 300, 1).run(platform(), 400);

    assertThat(stream.sent()).isEqualTo(sent(2, 4));
    assertSeconds(stream.iteratorAge(), 0.5, 300.7);
  }

  /**
   * In base64 six of them are 8 MB, five 6.7 MB and four 5.3 MB. Four are sent when the fifth has
   * been read, at 5 s; the others at the end of the next window, 15.2 s.
   */
  @Test
  void aBatchWeighsSixMegabytesAtMost() {
    var stream =
        StreamCase.of("pause 500 ms then burst 1 every 1 s for 6 s")
            .weighing(1_000_000)
            .batching(100, 10, 1)
            .run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(2, 6));
    assertSeconds(stream.iteratorAge(), 1.5, 9.7);
  }

  @Test
  void recordsOfOnePartitionKeyAreProcessedOneBatchAfterTheOther() {
    var parallel = atHalfASecond(4).batching(1, 0, 10);

    assertSeconds(parallel.run(platform(), 60).iteratorAge(), 0.5, 0.7, 0.9, 1.1);
    assertThat(tally(parallel).cold()).isEqualTo(1);
  }

  /** The MD5 of the first of these keys is odd, that of the second one even. */
  @Test
  void theParallelizationFactorRunsBatchesOfOneShardAtTheSameTime() {
    var twoKeys = atHalfASecond(4).holding(Item.of(0), Item.of(1));

    assertSeconds(twoKeys.run(platform(), 60).iteratorAge(), 0.5, 0.7, 0.9, 1.1);
    var parallel = twoKeys.batching(1, 0, 2);
    assertSeconds(parallel.run(platform(), 60).iteratorAge(), 0.5, 0.5, 0.7, 0.7);
    assertThat(tally(parallel).cold()).isEqualTo(2);
  }

  /** The MD5 of the first of these keys is in the upper half, that of the second one not. */
  @Test
  void shardsAreProcessedAtTheSameTime() {
    var stream = atHalfASecond(4).shards(2).holding(Item.of(0), Item.of(1)).run(platform(), 60);

    assertSeconds(stream.iteratorAge(), 0.5, 0.5, 0.7, 0.7);
  }

  /** Keys 0 and 2 are of the second shard, 1 and 7 of the first one; each of them is a lane. */
  @Test
  void concurrencyIsNoMoreThanShardsTimesParallelizationFactor() {
    var stream =
        atHalfASecond(8)
            .shards(2)
            .batching(1, 0, 2)
            .holding(Item.of(0), Item.of(1), Item.of(2), Item.of(7));

    assertThat(tally(stream)).isEqualTo(new Tally(8, 4, 4, 0, Map.of(), 0));
  }

  @Test
  void aShardTakesAThousandRecordsPerSecond() {
    var stream = atHalfASecond(1_500).batching(10_000).run(platform(), 60);

    assertThat(stream.rejected()).isEqualTo(500);
    assertThat(stream.sent()).isEqualTo(sent(1, 1_000));
    assertThat(
            atHalfASecond(1_500)
                .from(StreamSource.DYNAMODB)
                .batching(10_000)
                .run(platform(), 60)
                .rejected())
        .isZero();
  }

  /** Three records at 0.5 s, two at 5.5 s and one at 15.5 s; the mapping begins at 10 s. */
  private QueuedOutcome.Stream starting(StartingPosition start) {
    return StreamCase.of(
            "pause 500 ms then burst 3 then pause 5 s then burst 2 then pause 10 s then burst 1")
        .batching(100)
        .starting(start)
        .mappedAfter(10)
        .run(platform(), 60);
  }

  @Test
  void trimHorizonReadsFromTheOldestRecordOn() {
    var stream = starting(new StartingPosition.TrimHorizon());

    assertThat(stream.skipped()).isZero();
    assertThat(stream.sent()).isEqualTo(sent(2, 6));
    assertSeconds(stream.iteratorAge(), 0.5, 4.5);
  }

  @Test
  void latestReadsWhatArrivesFromTheMappingsStartOn() {
    var stream = starting(new StartingPosition.Latest());

    assertThat(stream.skipped()).isEqualTo(5);
    assertThat(stream.sent()).isEqualTo(sent(1, 1));
  }

  @Test
  void atTimestampReadsWhatArrivedFromThenOn() {
    var stream = starting(new StartingPosition.AtTimestamp(Duration.ofSeconds(3).toNanos()));

    assertThat(stream.skipped()).isEqualTo(3);
    assertThat(stream.sent()).isEqualTo(sent(2, 3));
  }

  @Test
  void recordsThatTheFiltersDropAreInNoBatch() {
    var filtered = atHalfASecond(4).batching(2).holding(Item.of(0), Item.filteredOut(0));

    var stream = filtered.run(platform(), 60);
    assertThat(stream.skipped()).isEqualTo(2);
    assertThat(stream.sent()).isEqualTo(sent(1, 2));
    assertThat(stream.processed()).isEqualTo(2);

    var nothing = filtered.holding(Item.filteredOut(0)).run(platform(), 60);
    assertThat(nothing.sent()).isEqualTo(sent(0, 0));
    assertThat(nothing.pending()).isZero();
  }

  /** At 1 and 1.2 s, its end at 10 s; the next one's at 13 s, its end at 20 s. */
  @Test
  void aTumblingWindowEndsWithAnInvocationOfItsOwn() {
    var stream =
        StreamCase.of("pause 500 ms then burst 3 then pause 12 s then burst 1")
            .batching(2)
            .tumbling(10)
            .run(platform(), 60);

    assertThat(stream.sent()).isEqualTo(sent(5, 4));
    assertThat(stream.processed()).isEqualTo(4);
    assertSeconds(stream.iteratorAge(), 0.5, 0.5, 0.7);
  }

  /**
   * The first of 7.5 s from 8 to 10.5 s, that of 9 s to 13 s, the window's end to 15.5 s, and only
   * then that of 10.2 s, whose window ends at 20 s.
   */
  @Test
  void aBatchNeverSpansTwoTumblingWindows() {
    var load =
        StreamCase.of(
                "pause 7500 ms then burst 1 then pause 1500 ms then burst 1 then pause 1200 ms then"
                    + " burst 1")
            .batching(100)
            .tumbling(10)
            .load();
    var function = ContractFunction.taking(Duration.ofMillis(2_500)).under(load);

    var stream = StreamCase.run(platform(), 10, 60, function);
    assertThat(stream.sent()).isEqualTo(sent(5, 3));
    assertSeconds(stream.iteratorAge(), 0.5, 1.5, 5.3);
  }

  /** Each of the two lanes has its window. */
  @Test
  void parallelBatchesHaveTumblingWindowsOfTheirOwn() {
    var stream = atHalfASecond(2).holding(Item.of(0), Item.of(1)).batching(100, 0, 2).tumbling(10);

    assertThat(stream.run(platform(), 60).sent()).isEqualTo(sent(4, 2));
    assertThat(tally(stream)).isEqualTo(new Tally(4, 2, 2, 0, Map.of(), 0));
  }

  /**
   * The record is given up at 1.2 s, the window at no time: from 10 s on it is tried again after
   * 0.25, 0.5, 1, 2, 4 and 8 s, and then after 16 s.
   */
  @Test
  void aShardDoesNotGoOnBeforeTheEndOfItsTumblingWindowHasSucceeded() {
    var stream =
        StreamCase.of("pause 500 ms then burst 1 then pause 12 s then burst 1")
            .handling(ErrorHandling.retries(0))
            .tumbling(10)
            .failing()
            .run(platform(), 30);

    assertThat(stream.sent()).isEqualTo(sent(8, 1));
    assertThat(stream.discarded()).isEqualTo(Map.of(DiscardCondition.RETRY_ATTEMPTS_EXHAUSTED, 1L));
    assertThat(stream.pending()).isEqualTo(1);
  }
}

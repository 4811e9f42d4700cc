package dev.thaw.rules.stream;

import static dev.thaw.rules.stream.BatchResult.Whole.FUNCTION_ERROR;
import static dev.thaw.rules.stream.BatchResult.Whole.SUCCEEDED;
import static dev.thaw.rules.stream.Shard.numbers;
import static dev.thaw.rules.stream.Shard.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading and batching; what fails is {@link StreamErrorsTest}'s. */
final class ShardMappingTest {
  private static final int MB = 1 << 20;

  private static Shard shard(int batchSize, int windowSeconds, int parallel) {
    return Shard.kinesis(
        new Batching(batchSize, Duration.ofSeconds(windowSeconds), parallel),
        ErrorHandling.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "KINESIS, 0, 0",
    "KINESIS, 0.3, 1",
    "KINESIS, 5, 5",
    "KINESIS, 5.01, 6",
    "DYNAMODB, 0.3, 0.5",
    "DYNAMODB, 5.01, 5.25"
  })
  void pollsAtTheRateOfItsSource(StreamSource source, double arrival, double sent) {
    var shard =
        new Shard(
            new StreamMapping(
                source,
                new StartingPosition.TrimHorizon(),
                Batching.DEFAULT,
                ErrorHandling.DEFAULT));
    shard.put(1, arrival);

    assertThat(shard.nextSeconds()).isEqualTo(sent);
    assertThat(shard.isIdle(sent - 0.001)).isTrue();
    var batch = shard.sent(sent);
    assertThat(batch.iteratorAgeNs()).isEqualTo(s(sent - arrival));
    assertThat(shard.pending()).isEqualTo(1);
    shard.settle(batch, SUCCEEDED, sent);
    assertThat(shard.pending()).isZero();
  }

  @Test
  void drainsWithoutWaitingWhileRecordsRemain() {
    var shard = shard(10, 0, 1).put(25, 0);

    var first = shard.sent(0);
    assertThat(numbers(first)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(shard.isIdle(0.1)).isTrue();
    shard.settle(first, SUCCEEDED, 0.2);
    var second = shard.sent(0.2);
    assertThat(second.records()).hasSize(10);
    shard.settle(second, SUCCEEDED, 0.4);
    assertThat(shard.sent(0.4).records()).hasSize(5);
  }

  @Test
  void readsAtOnceAfterALongInvocationButNotMoreOftenThanItPolls() {
    var shard = shard(10, 0, 1).put(1, 0);
    var first = shard.sent(0);
    shard.put(1, 0.1);

    // Read at 0, so not before 1; then busy until 3.7, so at once.
    shard.settle(first, SUCCEEDED, 0.2);
    assertThat(shard.isIdle(0.2)).isTrue();
    assertThat(shard.nextSeconds()).isEqualTo(1);
    var second = shard.sent(1);
    assertThat(shard.isIdle(1)).isTrue();
    shard.put(1, 2.5);
    shard.settle(second, SUCCEEDED, 3.7);
    assertThat(shard.sent(3.7).iteratorAgeNs()).isEqualTo(s(1.2));
  }

  @Test
  void aBatchWeighsSixMegabytesAtMost() {
    var shard = shard(100, 0, 1);
    for (int megabytes : new int[] {2, 2, 2, 3, 4, 7, 1}) {
      shard.put(0, megabytes * MB, 0);
    }

    // The first read brings 2 + 2 + 2 + 3 of the 10 MB that one may; it blocks for 9 / 2 = 4.5 s.
    assertThat(shard.runToTheEnd(numbers -> SUCCEEDED))
        .containsExactly("0.00 [0, 1, 2]", "0.00 [3]", "4.50 [4]", "6.50 [5]", "6.50 [6]");
  }

  @Test
  void aWindowStartsWhenThePreviousInvocationCompletes() {
    var shard = shard(10, 5, 1).put(1, 0.3);

    // Read at 1; the first window is that of the mapping's start, 0 to 5.
    assertThat(shard.isIdle(1)).isTrue();
    assertThat(shard.nextSeconds()).isEqualTo(5);
    var first = shard.sent(5);
    shard.settle(first, SUCCEEDED, 5.5);
    shard.put(1, 6.2);
    assertThat(shard.isIdle(7)).isTrue();
    assertThat(shard.nextSeconds()).isEqualTo(10.5);
    shard.settle(shard.sent(10.5), SUCCEEDED, 11);

    // That window passes empty at 16; the next one starts with the record that is read at 21.
    shard.put(1, 20.5);
    assertThat(shard.nextSeconds()).isEqualTo(21);
    assertThat(shard.isIdle(21)).isTrue();
    assertThat(shard.nextSeconds()).isEqualTo(26);
  }

  @Test
  void aFullBatchDoesNotWaitForItsWindow() {
    var shard = shard(3, 300, 1).put(4, 0);

    assertThat(numbers(shard.sent(0))).containsExactly(0, 1, 2);
  }

  @Test
  void parallelBatchesKeepTheOrderOfEachKey() {
    var shard = shard(1, 0, 2);
    shard.put(0, 100, 6);
    shard.put(0, 100, 6);
    shard.put(0, 100, 9);
    shard.put(0, 100, 9);

    var even = shard.sent(0);
    var odd = shard.sent(0);
    assertThat(numbers(even)).containsExactly(0);
    assertThat(numbers(odd)).containsExactly(2);
    assertThat(shard.isIdle(0)).isTrue();

    // The failing key waits for its retry; the other goes on.
    shard.settle(even, FUNCTION_ERROR, 0.1);
    shard.settle(odd, SUCCEEDED, 0.1);
    assertThat(numbers(shard.sent(0.1))).containsExactly(3);
    assertThat(shard.isIdle(0.1)).isTrue();
    assertThat(numbers(shard.sent(0.35))).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({"-5, true, false, false", "0, true, true, true", "-1, true, false, true"})
  void startsWhereItIsTold(
      double arrival, boolean trimHorizon, boolean latest, boolean atMinusThree) {
    assertThat(isRead(new StartingPosition.TrimHorizon(), arrival)).isEqualTo(trimHorizon);
    assertThat(isRead(new StartingPosition.Latest(), arrival)).isEqualTo(latest);
    assertThat(isRead(new StartingPosition.AtTimestamp(s(-3)), arrival)).isEqualTo(atMinusThree);
  }

  private static boolean isRead(StartingPosition start, double arrival) {
    var mapping =
        new StreamMapping(StreamSource.KINESIS, start, Batching.DEFAULT, ErrorHandling.DEFAULT);
    return new Shard(mapping).put(arrival, 100, 0);
  }

  /** 100 records/s against 10 per 0.2 s: 50/s, and at 600 s those of 300 s are processed. */
  @Test
  void fallsBehindByWhatItsCapacityLacks() {
    var shard = shard(10, 0, 1);
    for (int k = 0; k < 60_000; k++) {
      shard.put(k / 100.0, 100, 0);
    }

    double now = 0;
    Batch<Shard.Numbered> batch = shard.sent(0);
    long processed = 0;
    while (now + 0.2 <= 600) {
      now += 0.2;
      processed += batch.records().size();
      shard.settle(batch, SUCCEEDED, now);
      if (shard.isWaiting(now)) {
        now = shard.nextSeconds();
      }
      batch = shard.sent(now);
    }

    // The first second has but one record to offer: 49 or so are lost of 30,000.
    assertThat(processed).isBetween(29_930L, 30_000L);
    assertThat(batch.iteratorAgeNs() / 1e9).isCloseTo(300, within(0.7));
  }

  @Test
  void settlesOnlyWhatWasSent() {
    var shard = shard(10, 0, 1).put(1, 0);
    var batch = shard.sent(0);
    shard.settle(batch, SUCCEEDED, 0.1);

    assertThatThrownBy(() -> shard.settle(batch, SUCCEEDED, 0.1))
        .hasMessage("lane 0 has sent nothing");
  }
}

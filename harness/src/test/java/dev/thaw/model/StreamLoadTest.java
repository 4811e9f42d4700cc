package dev.thaw.model;

import static dev.thaw.rules.stream.ErrorHandling.ASSUMED_BACKOFF;
import static dev.thaw.rules.stream.ErrorHandling.INFINITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.rules.stream.Batching;
import dev.thaw.rules.stream.DiscardCondition;
import dev.thaw.rules.stream.ErrorHandling;
import dev.thaw.rules.stream.StartingPosition;
import dev.thaw.rules.stream.StreamMapping;
import dev.thaw.rules.stream.StreamSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamLoadTest {
  private static QueuedOutcome.Stream run(
      String arrivals, StreamSettings settings, String duration, int account, int seconds) {
    var load = Load.Stream.of(ArrivalProcess.parse(arrivals), 1, settings);
    var outcome = Loaded.run(load, duration, account, Duration.ofSeconds(seconds));
    return Loaded.queued(outcome, QueuedOutcome.Stream.class);
  }

  private static StreamMapping mapping(int batchSize, int parallel) {
    return StreamMapping.kinesis(new Batching(batchSize, Duration.ZERO, parallel));
  }

  private static StreamSettings poisoned(ErrorHandling errors) {
    var mapping =
        new StreamMapping(
            StreamSource.KINESIS, new StartingPosition.TrimHorizon(), Batching.of(10), errors);
    return new StreamSettings(
        mapping, Duration.ZERO, 1, 10, false, 0, new StreamContent.Drawn(100, 0.01, 0));
  }

  /** facts/model-oracles.md 3.12: capacity P B / d = 50/s against 100/s; 300 s behind at 600 s. */
  @Test
  void fallsBehindByWhatItsCapacityLacks() {
    var stream =
        run(
            "constant 100/s for 600 s",
            StreamSettings.of(mapping(10, 1), 1),
            "constant 200 ms",
            1_000,
            600);

    // 3,000 batches of 10 but for the first second, which begins with one record.
    assertThat(stream.processed()).isBetween(29_930L, 30_000L);
    assertThat(stream.iteratorAge().quantileMs(1) / 1e3).isCloseTo(300, within(1.0));
    assertThat(stream.pending()).isEqualTo(60_000 - stream.processed());
    assertThat(stream.meanBatchSize()).isCloseTo(10, within(0.02));
  }

  /** 20 ms for each of 10 records are 50 records a second, as 200 ms for the batch are. */
  @Test
  void aBatchTakesAsLongAsTheWorkOfItsRecords() {
    var stream =
        run(
            "constant 100/s for 600 s",
            StreamSettings.of(mapping(10, 1), 1).ofWorkOfRecords(),
            "constant 20 ms",
            1_000,
            600);

    assertThat(stream.processed()).isBetween(29_900L, 30_000L);
  }

  /** Two shards of five lanes: 2 · 5 · 10 / 0.2 = 500/s. */
  @Test
  void shardsAndParallelBatchesMultiplyTheCapacity() {
    var stream =
        run(
            "constant 1500/s for 60 s",
            StreamSettings.of(mapping(10, 5), 2),
            "constant 200 ms",
            1_000,
            60);

    assertThat(stream.processed() / 60.0).isCloseTo(500, within(10.0));
  }

  @Test
  void keepsUpWithinItsCapacity() {
    var stream =
        run(
            "constant 40/s for 600 s",
            StreamSettings.of(mapping(100, 1), 1),
            "constant 200 ms",
            1_000,
            605);

    // A poll each second brings 40 records, the last of which came 25 ms before or just then.
    assertThat(stream.processed()).isEqualTo(24_000);
    assertThat(stream.batches()).isBetween(600L, 602L);
    assertThat(stream.iteratorAge().quantileMs(1)).isLessThanOrEqualTo(26);
  }

  @Test
  void aShardTakesAThousandRecordsPerSecond() {
    var stream =
        run(
            "constant 2000/s for 10 s",
            StreamSettings.of(mapping(10_000, 1), 1),
            "constant 1 ms",
            1_000,
            20);

    // What the shard had left, 1,000, and 1,000 for each second.
    assertThat(stream.rejected()).isCloseTo(9_000, within(2L));
    assertThat(stream.processed()).isEqualTo(20_000 - stream.rejected());
  }

  @Test
  void poisonTakesItsBatchAlongUnlessThatIsBisectedOrReported() {
    var arrivals = "constant 500/s for 100 s";
    var whole = run(arrivals, poisoned(ErrorHandling.retries(0)), "constant 1 ms", 1_000, 400);
    var halved = new ErrorHandling(0, INFINITE, true, false, ASSUMED_BACKOFF);
    var bisected = run(arrivals, poisoned(halved), "constant 1 ms", 1_000, 4_000);

    // 1 - 0.99^10 = 0.0956 of 5,000 batches, and 0.01 of 50,000 records; each within 4 s.e.
    assertThat(discardedShare(whole)).isCloseTo(0.0956, within(4 * 0.00416));
    assertThat(discardedShare(bisected)).isCloseTo(0.01, within(4 * 0.000445));
    assertThat(whole.pending()).isZero();
    assertThat(bisected.pending()).isZero();
  }

  private static double discardedShare(QueuedOutcome.Stream stream) {
    return (double) stream.discarded(DiscardCondition.RETRY_ATTEMPTS_EXHAUSTED) / stream.arrivals();
  }

  @Test
  void failingInvocationsAreRetriedInPlace() {
    var settings =
        new StreamSettings(
            mapping(10, 1), Duration.ZERO, 1, 10, false, 0.25, new StreamContent.Drawn(100, 0, 0));

    var stream = run("constant 10/s for 5000 s", settings, "constant 1 ms", 1_000, 6_000);

    // Each batch takes 1 / (1 - 0.25) invocations; of 5,000 the spread is sqrt(0.25) / 0.75.
    assertThat(stream.processed()).isEqualTo(50_000);
    assertThat(stream.batches() / 5_001.0).isCloseTo(4 / 3.0, within(4 * 0.667 / Math.sqrt(5_001)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 'a stream has at least one shard, not 0'",
    "1, 0, 1, 'a stream''s records have at least one partition key, not 0'",
    "1, 1, -1, 'a record has 0 to 10485760 bytes, not -1'"
  })
  void refusesWhatIsNoStream(int shards, int keys, int bytes, String message) {
    assertThatThrownBy(
            () ->
                new StreamSettings(
                    mapping(1, 1),
                    Duration.ZERO,
                    shards,
                    bytes,
                    false,
                    0,
                    new StreamContent.Drawn(keys, 0, 0)))
        .hasMessage(message);
  }
}

package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ConstantArrivals;
import dev.thaw.load.PoissonArrivals;
import dev.thaw.model.oracle.AsyncRetries;
import dev.thaw.model.oracle.ErlangC;
import dev.thaw.model.oracle.ShardLag;
import dev.thaw.rules.stream.Batching;
import dev.thaw.rules.stream.StreamMapping;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads that nobody waits for, by the laws of their queues. */
final class QueuedLawTest {
  private static final int RUNS = 16;

  @ParameterizedTest
  @CsvSource({"0.5, 1", "2, 3", "8, 10", "18, 20"})
  void messagesWaitAsErlangCSays(double load, int concurrency) {
    var law = new ErlangC(load, concurrency);
    double seconds = 200_000 / load;
    var waits =
        IntStream.range(0, RUNS)
            .mapToDouble(
                seed -> {
                  var arrivals = new PoissonArrivals(load, OneFunction.seconds(seconds));
                  var messages = Load.Queue.of(arrivals, seed, QueueSettings.of(concurrency));
                  var function = OneFunction.keptFor(60, Shape.EXPONENTIAL, 1, 1);
                  var outcome = function.under(List.of(messages), seconds, 1, seed);
                  var queue = Loaded.queued(outcome, QueuedOutcome.Queue.class);
                  return queue.waitingTime().meanMs() / 1e3;
                })
            .toArray();
    Estimated.mean(waits).shouldBe("wait", law.meanWait(), 0.02);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.5, 0.9})
  void failedEventsComeBackTwice(double failure) {
    var law = new AsyncRetries(failure, 60, 120);
    var runs =
        IntStream.range(0, RUNS)
            .mapToObj(
                seed -> {
                  var arrivals = new PoissonArrivals(20, Duration.ofSeconds(1_000));
                  var events = Load.Async.of(arrivals, seed, AsyncSettings.failing(failure));
                  var function = OneFunction.keptFor(60, Shape.CONSTANT, 0, 0);
                  var outcome = function.under(List.of(events), 1_200, 1, seed);
                  return Loaded.queued(outcome, QueuedOutcome.Async.class);
                })
            .toList();
    mean(runs, run -> (double) run.invocations() / run.accepted())
        .shouldBe("attempts", law.attempts(), 0.02);
    mean(runs, run -> (double) run.dropped() / run.accepted()).shouldBe("dropped", law.exhausted());
    mean(runs, run -> run.stay().meanMs() / 1e3).shouldBe("delay", law.delay(), 0.02);
  }

  private static Estimated mean(
      List<QueuedOutcome.Async> runs, ToDoubleFunction<QueuedOutcome.Async> figure) {
    return Estimated.mean(runs.stream().mapToDouble(figure).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    // records/s, batch size, batch s, parallelization, seconds
    "100, 10, 0.2, 1, 600",
    "100, 10, 0.2, 1, 1200",
    "300, 20, 0.25, 2, 400",
    "100, 1, 0.02, 1, 300",
  })
  void aShardAgesByWhatItsCapacityLacks(
      double rate, int batchSize, double batchSeconds, int parallelization, int seconds) {
    var law = new ShardLag(rate, batchSize, batchSeconds, parallelization);
    var mapping = StreamMapping.kinesis(new Batching(batchSize, Duration.ZERO, parallelization));
    var records =
        Load.Stream.of(
            new ConstantArrivals(rate, Duration.ofSeconds(seconds)),
            1,
            StreamSettings.of(mapping, 1));
    var function = OneFunction.keptFor(60, Shape.CONSTANT, batchSeconds, batchSeconds);
    var outcome = function.under(List.of(records), seconds, 1, 1);
    var stream = Loaded.queued(outcome, QueuedOutcome.Stream.class);
    // Keys are drawn: lanes that take turns do not always have a whole batch each.
    assertThat(stream.processed() / (law.capacity() * seconds)).isCloseTo(1, within(0.01));
    assertThat(stream.iteratorAge().quantileMs(1) / 1e3)
        .isCloseTo(law.iteratorAge(seconds), within(0.03 * law.iteratorAge(seconds)));
  }
}

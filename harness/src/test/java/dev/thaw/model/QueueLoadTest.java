package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ArrivalProcess;
import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueLoadTest {
  private static final int RUNS = 16;
  private static final Duration SIMULATED = Duration.ofHours(2);

  private static QueuedOutcome.Queue run(
      String arrivals, QueueSettings settings, String duration, int account, long seed) {
    var load = Load.Queue.of(ArrivalProcess.parse(arrivals), seed, settings);
    var outcome = Loaded.run(load, duration, account, SIMULATED);
    return Loaded.queued(outcome, QueuedOutcome.Queue.class);
  }

  /** facts/model-oracles.md 3.3: Erlang C, the mean wait in units of the service time. */
  @ParameterizedTest
  @CsvSource({"8, 10, 0.20459008", "2, 3, 0.44444444"})
  void waitsAsErlangHasIt(int load, int concurrency, double wait) {
    double[] means =
        LongStream.rangeClosed(1, RUNS)
            .mapToDouble(seed -> meanWait(load, concurrency, seed))
            .toArray();

    double mean = DoubleStream.of(means).average().orElseThrow();
    double squares = DoubleStream.of(means).map(m -> (m - mean) * (m - mean)).sum();
    double standardError = Math.sqrt(squares / (RUNS - 1) / RUNS);
    assertThat(standardError).isLessThan(0.03 * wait);
    assertThat(mean).isCloseTo(wait, within(4 * standardError));
  }

  private static double meanWait(int load, int concurrency, long seed) {
    var arrivals = "poisson %d/s for %d s".formatted(load, SIMULATED.toSeconds());
    return run(arrivals, QueueSettings.of(concurrency), "exponential 1 s", 1_000, seed)
            .waitingTime()
            .meanMs()
        / 1e3;
  }

  @Test
  void messagesAreServedInTheirOrder() {
    var queue = run("burst 5", QueueSettings.of(2), "constant 10 s", 1_000, 1);

    // At 0, 0, 10, 10 and 20.
    assertThat(queue.served()).isEqualTo(5);
    assertThat(queue.waitingTime().meanMs()).isCloseTo(8_000, within(8.0));
    assertThat(queue.waitingTime().quantileMs(1)).isCloseTo(20_000, within(20.0));
    assertThat(queue.throttled()).isZero();
  }

  @Test
  void throttledMessagesComeBackWhenTheyAreVisible() {
    var queue = run("burst 2", QueueSettings.of(2), "constant 10 s", 1, 1);

    assertThat(queue.throttled()).isEqualTo(1);
    assertThat(queue.served()).isEqualTo(2);
    assertThat(queue.waitingTime().quantileMs(1)).isCloseTo(30_000, within(30.0));
  }

  @Test
  void refusesWhatIsNoConcurrency() {
    assertThatThrownBy(() -> QueueSettings.of(0))
        .hasMessage("MaximumConcurrency of a queue is 1 to 1000, not 0");
    assertThatThrownBy(() -> new QueueSettings(1, Duration.ZERO))
        .hasMessage("a queue's visibility timeout must be positive, not PT0S");
  }
}

package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.rules.async.Condition;
import dev.thaw.rules.async.EventInvokeConfig;
import dev.thaw.rules.async.EventPayload;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AsyncLoadTest {
  private static Load.Async load(String arrivals, AsyncSettings settings) {
    return Load.Async.of(ArrivalProcess.parse(arrivals), 1, settings);
  }

  private static QueuedOutcome.Async queued(FunctionOutcome outcome) {
    return Loaded.queued(outcome, QueuedOutcome.Async.class);
  }

  /**
   * facts/model-oracles.md 3.11: attempts 1 + p + p², dropped p³, delay 60 p + 120 p² seconds. Of
   * the same three cases the mean squares are 1 + 3 p + 5 p² and 3,600 p + 28,800 p².
   */
  @ParameterizedTest
  @CsvSource({"0.1, 1.11, 0.001, 7.2", "0.5, 1.75, 0.125, 60"})
  void failedEventsAreRetriedTwice(double p, double attempts, double dropped, double delay) {
    var load = load("poisson 100/s for 2000 s", AsyncSettings.failing(p));

    var outcome = Loaded.run(load, "constant 0 ms", 1_000, Duration.ofSeconds(2_200));

    var events = queued(outcome);
    double n = events.accepted();
    assertThat(n).isGreaterThan(190_000);
    assertThat(events.waiting() + events.running()).isZero();
    assertThat(events.invocations() / n)
        .isCloseTo(attempts, four(1 + 3 * p + 5 * p * p - attempts * attempts, n));
    assertThat(events.dropped() / n).isCloseTo(dropped, four(dropped * (1 - dropped), n));
    // The histogram rounds by less than one standard error.
    assertThat(events.stay().meanMs() / 1e3)
        .isCloseTo(delay, four(3_600 * p + 28_800 * p * p - delay * delay, n));
    assertThat(outcome.tally().arrivals()).isEqualTo(events.invocations());
    assertThat(outcome.usage().requests()).isEqualTo(events.invocations());
    assertThat(outcome.client().count()).isZero();
  }

  /** Four standard errors. */
  private static Offset<Double> four(double variance, double n) {
    return within(4 * Math.sqrt(variance / n));
  }

  /** Recorded from AWS: with one place, a second event waits for the first of 15 s. */
  @Test
  void throttledEventsComeBackUntilThereIsRoom() {
    var outcome =
        Loaded.run(
            load("burst 2", AsyncSettings.failing(0)), "constant 15 s", 1, Duration.ofSeconds(100));

    // Put back at 0, 1, 3 and 7; at 15 there is room.
    var events = queued(outcome);
    assertThat(events.throttled()).isEqualTo(4);
    assertThat(events.left()).isEqualTo(Map.of(Condition.SUCCESS, 2L));
    assertThat(events.age().quantileMs(1)).isCloseTo(15_000, within(15.0));
    assertThat(events.stay().quantileMs(1)).isCloseTo(30_000, within(30.0));
    assertThat(outcome.tally().throttled()).isEqualTo(4);
    assertThat(outcome.tally().cold()).isEqualTo(1);
    assertThat(outcome.tally().warm()).isEqualTo(1);
  }

  @Test
  void whatIsStillInTheQueueIsAccountedFor() {
    var outcome =
        Loaded.run(
            load("burst 3", AsyncSettings.failing(0)), "constant 15 s", 1, Duration.ofSeconds(20));

    var events = queued(outcome);
    assertThat(events.left()).isEqualTo(Map.of(Condition.SUCCESS, 1L));
    assertThat(events.running()).isEqualTo(1);
    assertThat(events.waiting()).isEqualTo(1);
  }

  @Test
  void reservedZeroDropsEverythingAtOnce() {
    var outcome =
        Loaded.run(
            load("burst 7", AsyncSettings.failing(0)),
            "constant 1 s",
            1_000,
            new Concurrency(0, 0),
            Duration.ofSeconds(10));

    var events = queued(outcome);
    assertThat(events.left()).isEqualTo(Map.of(Condition.ZERO_RESERVED_CONCURRENCY, 7L));
    assertThat(events.invocations() + events.throttled()).isZero();
    assertThat(events.stay().quantileMs(1)).isLessThan(0.001);
  }

  @Test
  void anEventThatIsTooOldForARetryIsDroppedAtOnce() {
    var settings =
        new AsyncSettings(
            new EventInvokeConfig(2, Duration.ofSeconds(90)), 1, new EventPayload(300 * 1_024));

    var outcome =
        Loaded.run(load("burst 5", settings), "constant 0 ms", 1_000, Duration.ofSeconds(200));

    var events = queued(outcome);
    assertThat(events.left()).isEqualTo(Map.of(Condition.EVENT_AGE_EXCEEDED, 5L));
    assertThat(events.invocations()).isEqualTo(10);
    assertThat(events.stay().quantileMs(1)).isCloseTo(60_000, within(60.0));
    // 300 KB are two requests.
    assertThat(outcome.usage().requests()).isEqualTo(20);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> AsyncSettings.failing(1.5))
        .hasMessage("a probability is 0 to 1, not 1.5");
    assertThatThrownBy(() -> AsyncSettings.failing(Double.NaN)).hasMessageEndingWith("not NaN");
  }
}

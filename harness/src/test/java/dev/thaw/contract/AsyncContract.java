package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.model.AsyncSettings;
import dev.thaw.model.Latencies;
import dev.thaw.model.Load;
import dev.thaw.model.QueuedOutcome;
import dev.thaw.model.Tally;
import dev.thaw.rules.async.Condition;
import dev.thaw.rules.async.EventInvokeConfig;
import dev.thaw.rules.async.EventPayload;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Lambda's rules of asynchronous invocation, one case for each. No two things happen at the same
 * instant but the arrivals of a burst.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">
 *     How Lambda handles errors and retries with asynchronous invocation</a>
 */
abstract class AsyncContract {
  private static final Duration SIX_HOURS = Duration.ofHours(6);

  /** Who is held to it. */
  abstract Platform platform();

  private static Load events(String arrivals, int failures, int retries, Duration age) {
    var settings =
        new AsyncSettings(new EventInvokeConfig(retries, age), failures, new EventPayload(0));
    return Load.Async.of(ArrivalProcess.parse(arrivals), 1, settings);
  }

  private static ContractFunction taking(double seconds, Load load) {
    return ContractFunction.taking(Duration.ofMillis(Math.round(seconds * 1_000))).under(load);
  }

  private QueuedOutcome.Async run(int account, int seconds, ContractFunction... functions) {
    var observed = platform().run(ContractCase.of(account, seconds, functions)).get(0);
    return (QueuedOutcome.Async) observed.queued().get(0);
  }

  private static void assertLongest(Latencies latencies, double seconds) {
    // The histograms are exact to three digits.
    assertThat(latencies.quantileMs(1) / 1_000)
        .isCloseTo(seconds, within(Math.max(0.001, seconds / 500)));
  }

  private static ContractFunction busyFor14Minutes() {
    return ContractFunction.taking(Duration.ofMinutes(14)).named("busy").under("burst 1", 0);
  }

  /** At 0 s; 60 s after the end at 1 s; 120 s after the end at 62 s. */
  @Test
  void anErrorIsRetriedAfterOneMinuteAndThenAfterTwo() {
    var events = run(1_000, 600, taking(1, events("burst 1", 1, 2, SIX_HOURS)));

    assertThat(events.left()).isEqualTo(Map.of(Condition.RETRIES_EXHAUSTED, 1L));
    assertThat(events.invocations()).isEqualTo(3);
    assertLongest(events.age(), 182);
    assertLongest(events.stay(), 183);
  }

  @Test
  void noMoreRetriesAreMadeThanConfigured() {
    assertThat(run(1_000, 600, taking(1, events("burst 1", 1, 1, SIX_HOURS))).invocations())
        .isEqualTo(2);
    assertThat(run(1_000, 600, taking(1, events("burst 1", 1, 0, SIX_HOURS))).invocations())
        .isEqualTo(1);
  }

  /** Its retry would come at 61 s. */
  @Test
  void anEventThatWouldBeTooOldForItsRetryIsGivenUpAtOnce() {
    var events = run(1_000, 600, taking(1, events("burst 1", 1, 2, Duration.ofSeconds(60))));

    assertThat(events.left()).isEqualTo(Map.of(Condition.EVENT_AGE_EXCEEDED, 1L));
    assertThat(events.invocations()).isEqualTo(1);
    assertLongest(events.stay(), 1);
  }

  /** The first retry comes at 61 s, the second one would at 182 s. */
  @Test
  void ninetySecondsAreEnoughForOneRetry() {
    var events = run(1_000, 600, taking(1, events("burst 1", 1, 2, Duration.ofSeconds(90))));

    assertThat(events.left()).isEqualTo(Map.of(Condition.EVENT_AGE_EXCEEDED, 1L));
    assertThat(events.invocations()).isEqualTo(2);
    assertLongest(events.stay(), 62);
  }

  /** Put back at 0, 1, 3 and 7 s; at 14.5 s the place is free. */
  @Test
  void anEventWithoutConcurrencyIsPutBackForLongerAndLonger() {
    var events = run(1, 600, taking(14.5, events("burst 2", 0, 2, SIX_HOURS)));

    assertThat(events.left()).isEqualTo(Map.of(Condition.SUCCESS, 2L));
    assertThat(events.throttled()).isEqualTo(4);
    assertLongest(events.age(), 15);
    assertLongest(events.stay(), 29.5);
  }

  /** After 1, 2, 4 and so on up to 256 s, at 511 s, then every 300 s: at 811 and 1,111 s. */
  @Test
  void anEventIsPutBackForFiveMinutesAtMost() {
    var load =
        new Load.Async(
            ArrivalProcess.parse("burst 1"),
            Duration.ofMillis(500),
            1,
            true,
            AsyncSettings.failing(0));
    var events = run(1, 2_000, taking(1, load), busyFor14Minutes());

    assertThat(events.left()).isEqualTo(Map.of(Condition.SUCCESS, 1L));
    assertThat(events.throttled()).isEqualTo(11);
    assertLongest(events.age(), 1_111);
  }

  @Test
  void beingPutBackIsNoRetry() {
    var events = run(1, 600, taking(14.5, events("burst 2", 1, 0, SIX_HOURS)));

    assertThat(events.left()).isEqualTo(Map.of(Condition.RETRIES_EXHAUSTED, 2L));
    assertThat(events.invocations()).isEqualTo(2);
    assertThat(events.throttled()).isEqualTo(4);
  }

  /** Attempts at 0, 1, 3, 7, 15 and 31 s, from half a second on; the next would be at 63 s. */
  @Test
  void anEventThatFindsNoConcurrencyInItsTimeIsGivenUp() {
    var load =
        new Load.Async(
            ArrivalProcess.parse("burst 1"),
            Duration.ofMillis(500),
            1,
            true,
            new AsyncSettings(
                new EventInvokeConfig(2, Duration.ofMinutes(1)), 0, new EventPayload(0)));
    var events = run(1, 2_000, taking(1, load), busyFor14Minutes());

    assertThat(events.left()).isEqualTo(Map.of(Condition.EVENT_AGE_EXCEEDED, 1L));
    assertThat(events.invocations()).isZero();
    assertThat(events.throttled()).isEqualTo(6);
    assertLongest(events.stay(), 31);
  }

  @Test
  void withNothingReservedEveryEventIsGivenUpAtOnce() {
    var events = run(1_000, 600, taking(1, events("burst 7", 0, 2, SIX_HOURS)).reserving(0));

    assertThat(events.left()).isEqualTo(Map.of(Condition.ZERO_RESERVED_CONCURRENCY, 7L));
    assertThat(events.invocations()).isZero();
    assertThat(events.throttled()).isZero();
    assertLongest(events.stay(), 0);
  }

  /** Twice as many as an account of 1 has requests per second. */
  @Test
  void requestsPerSecondDoNotLimitEvents() {
    var events = run(1, 600, taking(0.01, events("constant 20/s for 2 s", 0, 2, SIX_HOURS)));

    assertThat(events.left()).isEqualTo(Map.of(Condition.SUCCESS, 40L));
    assertThat(events.throttled()).isZero();
  }

  /** Twice as many as one provisioned environment has requests per second; none spills over. */
  @Test
  void requestsPerSecondDoNotLimitEventsOnProvisionedEnvironments() {
    var function = taking(0.01, events("constant 20/s for 2 s", 0, 2, SIX_HOURS)).provisioning(1);
    var tally = platform().run(ContractCase.of(1_000, 600, function)).get(0).tally();

    assertThat(tally).isEqualTo(new Tally(40, 0, 0, 40, Map.of(), 0));
  }

  @Test
  void whatIsStillInTheQueueAtTheEndIsNotLost() {
    // Both end before the retry is due.
    var events = run(1_000, 30, taking(1, events("burst 3", 1, 2, SIX_HOURS)));

    assertThat(events.left()).isEmpty();
    assertThat(events.waiting()).isEqualTo(3);
    assertThat(events.accepted()).isEqualTo(3);
  }
}

package dev.thaw.rules.async;

import static dev.thaw.rules.async.Attempt.FUNCTION_ERROR;
import static dev.thaw.rules.async.Attempt.SUCCEEDED;
import static dev.thaw.rules.async.Attempt.SYSTEM_ERROR;
import static dev.thaw.rules.async.Attempt.THROTTLED;
import static dev.thaw.rules.async.Attempt.TOO_OLD;
import static dev.thaw.rules.async.Attempt.ZERO_RESERVED_CONCURRENCY;
import static dev.thaw.rules.async.Condition.EVENT_AGE_EXCEEDED;
import static dev.thaw.rules.async.Condition.RETRIES_EXHAUSTED;
import static dev.thaw.rules.async.Condition.SUCCESS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.thaw.rules.async.Verdict.Leave;
import dev.thaw.rules.async.Verdict.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Instants are seconds here, for the eye; the queue sees nanoseconds. */
final class EventQueueTest {
  private static final int SIX_HOURS = 21_600;

  private static long s(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static EventQueue<String> queue(int retries, int maximumAge) {
    var config = new EventInvokeConfig(retries, Duration.ofSeconds(maximumAge));
    return new EventQueue<>(RetryPolicy.of(config));
  }

  /** Each attempt takes no time and ends the same way; when they were, and how the event left. */
  private static Life lifeOf(EventQueue<String> queue, List<Attempt> attempts) {
    queue.accept("event", 0);
    var times = new ArrayList<Long>();
    for (var attempt : attempts) {
      long nowNs = queue.nextDueNs().orElseThrow();
      times.add(nowNs / 1_000_000_000);
      var event = requireNonNull(queue.take(nowNs));
      if (queue.settle(event, attempt, nowNs) instanceof Leave leave) {
        return new Life(times, leave);
      }
    }
    throw new AssertionError("still in the queue after " + times);
  }

  private record Life(List<Long> attemptSeconds, Leave end) {}

  static Stream<Arguments> lives() {
    var errors = List.of(FUNCTION_ERROR, FUNCTION_ERROR, FUNCTION_ERROR);
    return Stream.of(
        // Recorded from AWS: retries after 1 min and 2 min; counts 3, 1, and with an age 1 and 2.
        arguments(2, SIX_HOURS, errors, List.of(0L, 60L, 180L), new Leave(RETRIES_EXHAUSTED, 3)),
        arguments(0, SIX_HOURS, errors, List.of(0L), new Leave(RETRIES_EXHAUSTED, 1)),
        arguments(2, 60, errors, List.of(0L), new Leave(EVENT_AGE_EXCEEDED, 1)),
        arguments(2, 90, errors, List.of(0L, 60L), new Leave(EVENT_AGE_EXCEEDED, 2)),
        arguments(1, SIX_HOURS, errors, List.of(0L, 60L), new Leave(RETRIES_EXHAUSTED, 2)),
        arguments(2, SIX_HOURS, List.of(SUCCEEDED), List.of(0L), new Leave(SUCCESS, 1)),
        arguments(
            2,
            SIX_HOURS,
            List.of(FUNCTION_ERROR, SUCCEEDED),
            List.of(0L, 60L),
            new Leave(SUCCESS, 2)),
        // Recorded from AWS: nothing is invoked and nothing is tried again.
        arguments(
            2,
            SIX_HOURS,
            List.of(ZERO_RESERVED_CONCURRENCY),
            List.of(0L),
            new Leave(Condition.ZERO_RESERVED_CONCURRENCY, 0)),
        // Put back for 1, 2, 4 and 8 s; neither these nor errors of Lambda's own are retries.
        arguments(
            1,
            SIX_HOURS,
            List.of(THROTTLED, SYSTEM_ERROR, THROTTLED, FUNCTION_ERROR, THROTTLED, SUCCEEDED),
            List.of(0L, 1L, 3L, 7L, 67L, 68L),
            new Leave(SUCCESS, 2)),
        // 1 + 2 + 4 + 8 + 16 = 31; 32 more would be 63 > 60.
        arguments(
            2,
            60,
            List.of(THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED),
            List.of(0L, 1L, 3L, 7L, 15L, 31L),
            new Leave(EVENT_AGE_EXCEEDED, 0)));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void followsAnEventToItsEnd(
      int retries, int maximumAge, List<Attempt> attempts, List<Long> seconds, Leave end) {
    var queue = queue(retries, maximumAge);

    assertThat(lifeOf(queue, attempts)).isEqualTo(new Life(seconds, end));
    assertThat(queue.waiting()).isZero();
    assertThat(queue.nextDueNs()).isEmpty();
  }

  @Test
  void aThrottledEventIsTriedForNearlySixHours() {
    // 1 + 2 + ... + 256 = 511 s in 9 steps, then every 300 s: floor((21600 - 511 - 1) / 300) = 70.
    var throttles = new ArrayList<Attempt>();
    for (int attempt = 0; attempt < 1 + 9 + 70; attempt++) {
      throttles.add(THROTTLED);
    }

    var life = lifeOf(queue(2, SIX_HOURS), throttles);

    assertThat(life.attemptSeconds()).hasSize(80).endsWith(511L + 70 * 300);
    assertThat(life.end()).isEqualTo(new Leave(EVENT_AGE_EXCEEDED, 0));
  }

  @Test
  void handsOutWhatIsDueFirstAndInOrderOfAcceptance() {
    var queue = queue(2, SIX_HOURS);
    queue.accept("a", s(0));
    queue.accept("b", s(0));
    var a = requireNonNull(queue.take(s(0)));

    assertThat(queue.settle(a, THROTTLED, s(0.5))).isEqualTo(new Retry(s(1.5)));
    queue.accept("c", s(1));

    assertThat(requireNonNull(queue.take(s(1))).content()).isEqualTo("b");
    assertThat(requireNonNull(queue.take(s(1.5))).content()).isEqualTo("c");
    assertThat(requireNonNull(queue.take(s(1.5))).content()).isEqualTo("a");
    assertThat(queue.take(s(9))).isNull();
    assertThat(queue.accepted()).isEqualTo(3);
  }

  @Test
  void anEventThatWaitedTooLongIsNotInvokedAnyMore() {
    var config = new EventInvokeConfig(2, Duration.ofSeconds(60));
    var policy = RetryPolicy.of(config);
    var queue = new EventQueue<String>(policy);
    queue.accept("event", s(0));
    var event = requireNonNull(queue.take(s(60)));

    assertThat(policy.isTooOld(event, s(59.9))).isFalse();
    assertThat(policy.isTooOld(event, s(60))).isTrue();
    assertThat(queue.settle(event, TOO_OLD, s(60))).isEqualTo(new Leave(EVENT_AGE_EXCEEDED, 0));
  }

  @Test
  void ageCountsTheInvocationsThemselves() {
    var queue = queue(2, 300);
    queue.accept("event", s(0));
    var first = requireNonNull(queue.take(s(0)));

    // 130 s in the function, a minute's wait, 130 s again: the next would come at 320 + 120.
    assertThat(queue.settle(first, FUNCTION_ERROR, s(130))).isEqualTo(new Retry(s(190)));
    var second = requireNonNull(queue.take(s(190)));
    assertThat(queue.settle(second, FUNCTION_ERROR, s(320)))
        .isEqualTo(new Leave(EVENT_AGE_EXCEEDED, 2));
  }

  @Test
  void settlesOnlyWhatWasTaken() {
    var queue = queue(2, SIX_HOURS);
    queue.accept("event", s(0));
    var event = requireNonNull(queue.take(s(0)));
    queue.settle(event, SUCCEEDED, s(1));

    assertThatThrownBy(() -> queue.settle(event, SUCCEEDED, s(1)))
        .hasMessage("no event is out of the queue");
  }
}

package dev.thaw.rules.stream;

import static dev.thaw.rules.stream.BatchResult.Whole.FUNCTION_ERROR;
import static dev.thaw.rules.stream.BatchResult.Whole.SUCCEEDED;
import static dev.thaw.rules.stream.Shard.numbers;
import static dev.thaw.rules.stream.Shard.s;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Windows of 10 s that begin at 0 s, 10 s and so on. */
final class TumblingTest {
  private final Shard shard =
      new Shard(
          new StreamMapping(
              StreamSource.KINESIS,
              new StartingPosition.TrimHorizon(),
              Batching.of(2),
              ErrorHandling.retries(0),
              new Tumbling(Duration.ofSeconds(10), 0)));

  private static TumblingWindow window(Batch<Shard.Numbered> batch) {
    return requireNonNull(batch.window());
  }

  private static BatchResult state(String json) {
    return new BatchResult.Stated(SUCCEEDED, json);
  }

  @Test
  void theStateIsHandedOnUntilTheWindowEndsWithAnInvocationOfItsOwn() {
    shard.put(3, 1);
    var first = shard.sent(1);
    assertThat(numbers(first)).containsExactly(0, 1);
    assertThat(window(first)).isEqualTo(new TumblingWindow(0, s(10), "{}", false, false));
    shard.settle(first, state("{\"n\":2}"), 1);
    var second = shard.sent(1);
    assertThat(window(second).state()).isEqualTo("{\"n\":2}");
    shard.settle(second, state("{\"n\":3}"), 1);

    assertThat(shard.nextSeconds()).isEqualTo(10);
    assertThat(shard.isIdle(9.9)).isTrue();
    var last = shard.sent(10);
    assertThat(last.records()).isEmpty();
    assertThat(window(last)).isEqualTo(new TumblingWindow(0, s(10), "{\"n\":3}", true, false));
    shard.settle(last, state("{}"), 10);
    shard.put(1, 10.5);
    assertThat(window(shard.sent(11)))
        .isEqualTo(new TumblingWindow(s(10), s(20), "{}", false, false));
  }

  @Test
  void aBatchNeverSpansTwoWindows() {
    shard.put(1, 9).put(1, 11);
    var first = shard.sent(12);
    assertThat(numbers(first)).containsExactly(0);
    shard.settle(first, state("{\"n\":1}"), 12);

    var end = shard.sent(12);
    assertThat(window(end).isFinal()).isTrue();
    shard.settle(end, state("{}"), 12);
    var second = shard.sent(12);
    assertThat(numbers(second)).containsExactly(1);
    assertThat(window(second).startNs()).isEqualTo(s(10));
  }

  @Test
  void aStateThatGetsTooLargeEndsTheWindowEarly() {
    shard.put(1, 1);
    shard.settle(shard.sent(1), state("\"" + "x".repeat(Tumbling.MOST_STATE_BYTES) + "\""), 1);

    var early = shard.sent(1);
    assertThat(early.records()).isEmpty();
    assertThat(window(early).isFinal()).isTrue();
    assertThat(window(early).isTerminatedEarly()).isTrue();
    shard.settle(early, state("{}"), 1);
    shard.put(1, 2);
    assertThat(window(shard.sent(2))).isEqualTo(new TumblingWindow(0, s(10), "{}", false, false));
  }

  @Test
  void theEndOfAWindowIsRetriedUntilItSucceeds() {
    shard.put(1, 1);
    shard.settle(shard.sent(1), state("{\"n\":1}"), 1);
    shard.settle(shard.sent(10), FUNCTION_ERROR, 10);

    var again = shard.sent(10.25);
    assertThat(window(again).state()).isEqualTo("{\"n\":1}");
    assertThat(window(again).isFinal()).isTrue();
    shard.settle(again, state("{}"), 10.25);
    assertThat(shard.pending()).isZero();
  }

  @Test
  void aBatchThatIsDiscardedLeavesTheStateAsItWas() {
    shard.put(1, 1);
    shard.settle(shard.sent(1), state("{\"n\":1}"), 1);
    shard.put(1, 2);
    shard.settle(shard.sent(2), FUNCTION_ERROR, 2);

    assertThat(shard.discarded(2).condition()).isEqualTo(DiscardCondition.RETRY_ATTEMPTS_EXHAUSTED);
    assertThat(window(shard.sent(10)).state()).isEqualTo("{\"n\":1}");
  }

  @Test
  void aWindowHasUpTo900Seconds() {
    assertThatThrownBy(() -> new Tumbling(Duration.ofSeconds(901), 0))
        .hasMessage("TumblingWindowInSeconds is 0 to 900, not 901");
  }
}

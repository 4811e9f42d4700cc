package dev.thaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Instants are seconds here, for the eye; the pool sees nanoseconds. */
final class WarmPoolTest {
  private static final KeepAlive TEN_SECONDS_IDLE_ONE_MINUTE_IN_ALL =
      new KeepAlive(Duration.ofSeconds(10), Duration.ofMinutes(1));

  private final WarmPool<String> pool = new WarmPool<>(TEN_SECONDS_IDLE_ONE_MINUTE_IN_ALL);

  private static long s(double seconds) {
    return Math.round(seconds * 1e9);
  }

  @Test
  void handsOutNothingWhenNothingIsIdle() {
    assertThat(pool.take(s(0))).isEmpty();
    assertThat(pool.nextExpiryNs()).isEmpty();
  }

  @Test
  void handsOutTheMostRecentlyUsedFirst() {
    pool.release("a", s(0), s(1));
    pool.release("b", s(0), s(2));
    pool.release("c", s(0), s(3));

    assertThat(pool.take(s(4))).contains("c");
    assertThat(pool.take(s(4))).contains("b");
    pool.release("c", s(0), s(5));
    assertThat(pool.take(s(6))).contains("c");
    assertThat(pool.take(s(6))).contains("a");
    assertThat(pool.take(s(6))).isEmpty();
  }

  @Test
  void expiresWhatWasIdleForTheKeepAlive() {
    pool.release("a", s(0), s(1));
    pool.release("b", s(0), s(4));

    assertThat(pool.nextExpiryNs()).hasValue(s(11));
    assertThat(pool.expire(s(10.9))).isEmpty();
    assertThat(pool.expire(s(11))).containsExactly("a");
    assertThat(pool.nextExpiryNs()).hasValue(s(14));
    assertThat(pool.size()).isEqualTo(1);
  }

  @Test
  void neverHandsOutWhatHasExpiredEvenBeforeItIsCollected() {
    pool.release("a", s(0), s(1));

    assertThat(pool.take(s(11))).isEmpty();
    assertThat(pool.expire(s(11))).containsExactly("a");
  }

  @Test
  void passesOverOneThatIsTooOldToOneUsedBefore() {
    pool.release("young", s(30), s(58));
    pool.release("old", s(0), s(59));

    // The old one, used last, is 60 s old at 60 s: its lifetime is over although it is not idle
    // long.
    assertThat(pool.take(s(60))).contains("young");
    assertThat(pool.expire(s(60))).containsExactly("old");
  }

  @Test
  void refusesOneWhoseLifetimeIsOver() {
    assertThat(pool.release("a", s(0), s(59.9))).isTrue();
    assertThat(pool.release("b", s(0), s(60))).isFalse();
    assertThat(pool.size()).isEqualTo(1);
  }

  @Test
  void drainsExpiredAndUnexpiredAlike() {
    pool.release("a", s(0), s(1));
    pool.release("b", s(0), s(20));

    assertThat(pool.drain()).containsExactlyInAnyOrder("a", "b");
    assertThat(pool.take(s(20))).isEmpty();
  }

  @Test
  void worksAcrossTheOverflowOfTheClock() {
    long nearTheEnd = Long.MAX_VALUE - s(5);
    pool.release("a", nearTheEnd, nearTheEnd);

    assertThat(pool.expire(nearTheEnd + s(9))).isEmpty();
    assertThat(pool.take(nearTheEnd + s(9))).contains("a");
    pool.release("a", nearTheEnd, nearTheEnd + s(9));
    assertThat(pool.expire(nearTheEnd + s(19))).containsExactly("a");
  }
}

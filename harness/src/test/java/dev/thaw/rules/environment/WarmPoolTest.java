package dev.thaw.rules.environment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 10 s idle, a minute in all. Instants are seconds here, for the eye; the pool sees ns. */
final class WarmPoolTest {
  private final WarmPool<String> pool = pool(Placement.MOST_RECENTLY_USED);
  private final Map<String, PoolEntry<String>> entries = new HashMap<>();

  private static long s(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static WarmPool<String> pool(Placement placement) {
    return new WarmPool<>(
        new Retention(KeepAlive.fixed(Duration.ofSeconds(10)), Duration.ofMinutes(1), placement),
        new SplittableRandom(1));
  }

  private boolean release(String name, double created, double at) {
    return release(pool, name, s(created), s(at));
  }

  private boolean release(WarmPool<String> to, String name, long createdNs, long nowNs) {
    return to.release(entries.computeIfAbsent(name, added -> to.add(added, createdNs)), nowNs);
  }

  private PoolEntry<String> entry(String name) {
    return requireNonNull(entries.get(name));
  }

  private String take(double at) {
    var taken = pool.take(s(at));
    return taken == null ? "none" : taken.environment();
  }

  private static List<String> names(List<PoolEntry<String>> entries) {
    return entries.stream().map(PoolEntry::environment).toList();
  }

  private List<String> expire(double at) {
    return names(pool.expire(s(at)));
  }

  @Test
  void handsOutNothingWhenNothingIsIdle() {
    assertThat(take(0)).isEqualTo("none");
    assertThat(expire(0)).isEmpty();
    assertThat(pool.idle()).isZero();
  }

  /** a, b, c and d were created in this order, and used last in the order c, a, d, b. */
  @ParameterizedTest
  @CsvSource({
    "MOST_RECENTLY_USED, b d a c",
    "LEAST_RECENTLY_USED, c a d b",
    "NEWEST, d c b a",
    "OLDEST, a b c d",
  })
  void handsOutInTheOrderOfItsPlacement(Placement placement, String expected) {
    var placed = pool(placement);
    for (String name : List.of("a", "b", "c", "d")) {
      entries.put(name, placed.add(name, 0));
    }
    for (String name : List.of("c", "a", "d", "b")) {
      assertThat(release(placed, name, 0, s(placed.idle()))).isTrue();
    }
    var taken = new ArrayList<PoolEntry<String>>();
    for (var entry = placed.take(s(4)); entry != null; entry = placed.take(s(4))) {
      taken.add(entry);
    }

    assertThat(names(taken)).containsExactly(expected.split(" "));
  }

  /** b and d were used last at 1 s and 2 s, and have had their time at 12 s. */
  @ParameterizedTest
  @EnumSource(Placement.class)
  void passesOverWhatHasHadItsTimeInAnyOrder(Placement placement) {
    var placed = pool(placement);
    release(placed, "b", 0, s(1));
    release(placed, "c", 0, s(5));
    release(placed, "d", 0, s(2));

    assertThat(placed.take(s(12))).isNotNull().extracting(PoolEntry::environment).isEqualTo("c");
    assertThat(placed.take(s(12))).isNull();
    assertThat(names(placed.expire(s(12)))).containsExactlyInAnyOrder("b", "d");
  }

  @Test
  void reusedOneIsTheMostRecent() {
    release("a", 0, 1);
    release("b", 0, 2);
    release("c", 0, 3);

    assertThat(take(4)).isEqualTo("c");
    assertThat(take(4)).isEqualTo("b");
    release("c", 0, 5);
    assertThat(take(6)).isEqualTo("c");
    assertThat(take(6)).isEqualTo("a");
    assertThat(take(6)).isEqualTo("none");
  }

  @Test
  void expiresWhatWasIdleForTheKeepAlive() {
    release("a", 0, 1);
    release("b", 0, 4);

    assertThat(pool.nextExpiryNs()).isEqualTo(s(11));
    assertThat(expire(10.9)).isEmpty();
    assertThat(expire(11)).containsExactly("a");
    assertThat(pool.nextExpiryNs()).isEqualTo(s(14));
    assertThat(pool.idle()).isEqualTo(1);
  }

  @Test
  void neverHandsOutWhatHasExpiredEvenBeforeItIsCollected() {
    release("a", 0, 1);

    assertThat(take(11)).isEqualTo("none");
    assertThat(pool.idle()).isEqualTo(1);
    assertThat(expire(11)).containsExactly("a");
  }

  @Test
  void useBeforeTheExpiryPutsItOff() {
    release("a", 0, 1);
    assertThat(take(10.9)).isEqualTo("a");
    assertThat(expire(11)).isEmpty();
    release("a", 0, 12);

    assertThat(entry("a").idleSinceNs()).isEqualTo(s(12));
    assertThat(entry("a").expiryNs()).isEqualTo(s(22));
    assertThat(expire(21.9)).isEmpty();
    assertThat(expire(22)).containsExactly("a");
  }

  @Test
  void passesOverOneThatIsTooOldToOneUsedBefore() {
    release("young", 30, 58);
    release("old", 0, 59);

    // The old one, used last, is 60 s old at 60 s: its lifetime is over though not its idle time.
    assertThat(take(60)).isEqualTo("young");
    assertThat(expire(60)).containsExactly("old");
  }

  @Test
  void refusesOneWhoseLifetimeIsOver() {
    assertThat(release("a", 0, 59.9)).isTrue();
    assertThat(release("b", 0, 60)).isFalse();
    assertThat(pool.idle()).isEqualTo(1);
  }

  /** Created, idle since and expiry: by idleness or age, whichever comes first. */
  @ParameterizedTest
  @CsvSource({"0, 0, 10", "0, 5, 15", "0, 49, 59", "0, 50, 60", "0, 55, 60", "100, 115, 125"})
  void expiresByIdlenessOrAge(double created, double idleSince, double expiry) {
    release("a", created, idleSince);

    assertThat(entry("a").createdNs()).isEqualTo(s(created));
    assertThat(entry("a").expiryNs()).isEqualTo(s(expiry));
  }

  @Test
  void drainsExpiredAndUnexpiredAlike() {
    release("a", 0, 1);
    release("b", 0, 20);

    assertThat(names(pool.drain())).containsExactlyInAnyOrder("a", "b");
    assertThat(pool.idle()).isZero();
    assertThat(take(20)).isEqualTo("none");
  }

  @Test
  void worksAcrossTheOverflowOfTheClock() {
    long nearTheEnd = Long.MAX_VALUE - s(5);
    release(pool, "a", nearTheEnd, nearTheEnd);

    assertThat(pool.expire(nearTheEnd + s(9))).isEmpty();
    assertThat(pool.take(nearTheEnd + s(9))).isNotNull();
    release(pool, "a", nearTheEnd, nearTheEnd + s(9));
    assertThat(names(pool.expire(nearTheEnd + s(19)))).containsExactly("a");
  }
}

package dev.thaw.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The idle execution environments of one function version, and which of them serves next: the most
 * recently used one. AWS documents only that an idle environment is reused; "most recently used" is
 * our assumption (SimFaaS assumes the newest created, which is near it under load). An environment
 * that has had its time is never handed out, even before it is collected.
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
public final class WarmPool<E> {
  private record Idle<E>(E environment, long expiryNs) {
    boolean isExpired(long nowNs) {
      return expiryNs - nowNs <= 0;
    }
  }

  private final KeepAlive keepAlive;
  private final Deque<Idle<E>> idle = new ArrayDeque<>();

  public WarmPool(KeepAlive keepAlive) {
    this.keepAlive = keepAlive;
  }

  /** Hands out the most recently used environment that still has time. */
  public Optional<E> take(long nowNs) {
    for (var candidates = idle.iterator(); candidates.hasNext(); ) {
      var candidate = candidates.next();
      if (!candidate.isExpired(nowNs)) {
        candidates.remove();
        return Optional.of(candidate.environment());
      }
    }
    return Optional.empty();
  }

  /** Takes back an environment that has become idle; false when it has had its time. */
  public boolean release(E environment, long createdNs, long nowNs) {
    var entry = new Idle<>(environment, keepAlive.expiryNs(createdNs, nowNs));
    if (entry.isExpired(nowNs)) {
      return false;
    }
    idle.addFirst(entry);
    return true;
  }

  /** Removes and returns the environments that have had their time. */
  public List<E> expire(long nowNs) {
    return removeIf(entry -> entry.isExpired(nowNs));
  }

  /** Removes and returns all idle environments. */
  public List<E> drain() {
    return removeIf(entry -> true);
  }

  /** When the next environment will have had its time, if none is used before. */
  public OptionalLong nextExpiryNs() {
    return idle.stream().mapToLong(Idle::expiryNs).reduce((a, b) -> a - b < 0 ? a : b);
  }

  /** How many environments are idle, expired ones that were not collected yet included. */
  public int size() {
    return idle.size();
  }

  private List<E> removeIf(Predicate<Idle<E>> condition) {
    var removed = new ArrayList<E>();
    idle.removeIf(
        entry -> {
          boolean matches = condition.test(entry);
          if (matches) {
            removed.add(entry.environment());
          }
          return matches;
        });
    return removed;
  }
}

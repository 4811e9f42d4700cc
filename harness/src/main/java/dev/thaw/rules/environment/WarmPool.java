package dev.thaw.rules.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The execution environments of one function version, and which of them serves next. One that has
 * had its time is never handed out, even before it is collected.
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
public final class WarmPool<E> {
  private final KeepAlive keepAlive;
  private final long lifetimeNs;
  private final RandomGenerator random;
  private final IdleOrder<E> idle;
  private long created;
  private long nextExpiryNs;

  public WarmPool(Retention retention, RandomGenerator random) {
    this.keepAlive = retention.keepAlive();
    this.lifetimeNs = retention.lifetime().toNanos();
    this.random = random;
    this.idle = IdleOrder.of(retention.placement());
  }

  /** A new environment, which is busy from now on. */
  public PoolEntry<E> add(E environment, long nowNs) {
    return new PoolEntry<>(environment, created++, nowNs, lifetimeNs);
  }

  /**
   * Hands out an idle environment that still has time; null when there is none. Call {@link
   * #expire} first where it matters when those that had no time left ended.
   */
  public @Nullable PoolEntry<E> take(long nowNs) {
    for (var entry = idle.first(); entry != null; entry = idle.next(entry)) {
      if (!entry.isExpired(nowNs)) {
        idle.remove(entry);
        return entry;
      }
    }
    return null;
  }

  /** Takes back an environment that has become idle; false when it has had its time. */
  public boolean release(PoolEntry<E> entry, long nowNs) {
    long byIdleness = nowNs + keepAlive.drawNs(random);
    entry.idleSinceNs = nowNs;
    entry.expiryNs = entry.endOfLifeNs - byIdleness < 0 ? entry.endOfLifeNs : byIdleness;
    if (entry.isExpired(nowNs)) {
      return false;
    }
    if (idle.size() == 0 || entry.expiryNs - nextExpiryNs < 0) {
      nextExpiryNs = entry.expiryNs;
    }
    idle.add(entry);
    return true;
  }

  /** Removes and returns the environments that have had their time. */
  public List<PoolEntry<E>> expire(long nowNs) {
    if (idle.size() == 0 || nextExpiryNs - nowNs > 0) {
      return List.of();
    }
    var expired = new ArrayList<PoolEntry<E>>();
    for (var entry = idle.first(); entry != null; entry = idle.next(entry)) {
      if (entry.isExpired(nowNs)) {
        expired.add(entry);
      }
    }
    expired.forEach(idle::remove);
    findNextExpiry();
    return expired;
  }

  private void findNextExpiry() {
    var first = idle.first();
    for (var entry = first; entry != null; entry = idle.next(entry)) {
      if (entry == first || entry.expiryNs - nextExpiryNs < 0) {
        nextExpiryNs = entry.expiryNs;
      }
    }
  }

  /** Removes and returns all idle environments. */
  public List<PoolEntry<E>> drain() {
    var drained = new ArrayList<PoolEntry<E>>();
    for (var entry = idle.first(); entry != null; entry = idle.first()) {
      idle.remove(entry);
      drained.add(entry);
    }
    return drained;
  }

  /** How many environments are idle, those that have had their time and were not collected too. */
  public int idle() {
    return idle.size();
  }

  /**
   * No idle environment has had its time before then; which of them will be known only then, as
   * they may be used in between. Meaningless when none is idle.
   */
  public long nextExpiryNs() {
    return nextExpiryNs;
  }
}

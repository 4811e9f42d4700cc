package dev.thaw.rules.environment;

import org.jspecify.annotations.Nullable;

/**
 * One execution environment's place in a {@link WarmPool}, from its creation to its end. Instants
 * are nanoseconds.
 */
public final class PoolEntry<E> {
  private final E environment;
  final long number;
  final long createdNs;
  final long endOfLifeNs;
  long idleSinceNs;
  long expiryNs;
  @Nullable PoolEntry<E> newer;
  @Nullable PoolEntry<E> older;

  PoolEntry(E environment, long number, long createdNs, long lifetimeNs) {
    this.environment = environment;
    this.number = number;
    this.createdNs = createdNs;
    this.endOfLifeNs = createdNs + lifetimeNs;
  }

  public E environment() {
    return environment;
  }

  public long createdNs() {
    return createdNs;
  }

  /** Since when it has been idle; meaningless while it is busy. */
  public long idleSinceNs() {
    return idleSinceNs;
  }

  /** When it will have had its time if nobody uses it; meaningless while it is busy. */
  public long expiryNs() {
    return expiryNs;
  }

  boolean isExpired(long nowNs) {
    return expiryNs - nowNs <= 0;
  }
}

package dev.thaw.rules.environment;

import org.jspecify.annotations.Nullable;

/** By last use: a list through the entries themselves, so that nothing is allocated. */
final class RecencyOrder<E> implements IdleOrder<E> {
  private final boolean isMostRecentFirst;
  private @Nullable PoolEntry<E> newest;
  private @Nullable PoolEntry<E> oldest;
  private int size;

  RecencyOrder(boolean isMostRecentFirst) {
    this.isMostRecentFirst = isMostRecentFirst;
  }

  @Override
  public void add(PoolEntry<E> entry) {
    var head = newest;
    entry.newer = null;
    entry.older = head;
    if (head == null) {
      oldest = entry;
    } else {
      head.newer = entry;
    }
    newest = entry;
    size++;
  }

  @Override
  public void remove(PoolEntry<E> entry) {
    var newer = entry.newer;
    var older = entry.older;
    if (newer == null) {
      newest = older;
    } else {
      newer.older = older;
    }
    if (older == null) {
      oldest = newer;
    } else {
      older.newer = newer;
    }
    size--;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable PoolEntry<E> first() {
    return isMostRecentFirst ? newest : oldest;
  }

  @Override
  public @Nullable PoolEntry<E> next(PoolEntry<E> entry) {
    return isMostRecentFirst ? entry.older : entry.newer;
  }
}

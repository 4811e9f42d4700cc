package dev.thaw.rules.environment;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** By creation, newest or oldest first. */
final class CreationOrder<E> implements IdleOrder<E> {
  private final TreeSet<PoolEntry<E>> entries;

  CreationOrder(boolean isNewestFirst) {
    Comparator<PoolEntry<E>> byNumber = Comparator.comparingLong(entry -> entry.number);
    entries = new TreeSet<>(isNewestFirst ? byNumber.reversed() : byNumber);
  }

  @Override
  public void add(PoolEntry<E> entry) {
    entries.add(entry);
  }

  @Override
  public void remove(PoolEntry<E> entry) {
    entries.remove(entry);
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public @Nullable PoolEntry<E> first() {
    return entries.isEmpty() ? null : entries.first();
  }

  @Override
  public @Nullable PoolEntry<E> next(PoolEntry<E> entry) {
    return entries.higher(entry);
  }
}

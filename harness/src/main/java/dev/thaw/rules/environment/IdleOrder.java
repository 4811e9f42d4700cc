package dev.thaw.rules.environment;

import org.jspecify.annotations.Nullable;

/** Idle environments in the order in which they serve. */
sealed interface IdleOrder<E> permits RecencyOrder, CreationOrder {
  void add(PoolEntry<E> entry);

  void remove(PoolEntry<E> entry);

  int size();

  /** Whose turn it is; null when there is none. */
  @Nullable PoolEntry<E> first();

  /** Whose turn it is after that one; null when there is none. */
  @Nullable PoolEntry<E> next(PoolEntry<E> entry);

  static <E> IdleOrder<E> of(Placement placement) {
    return switch (placement) {
      case MOST_RECENTLY_USED -> new RecencyOrder<>(true);
      case LEAST_RECENTLY_USED -> new RecencyOrder<>(false);
      case NEWEST -> new CreationOrder<>(true);
      case OLDEST -> new CreationOrder<>(false);
    };
  }
}

package dev.thaw.model;

import java.util.SplittableRandom;

/**
 * Where a function's chances come from: for each purpose a generator of its own, made from the
 * scenario's seed, the function's name and the purpose. So another function, or another purpose
 * that draws more, changes nothing.
 */
final class Draws {
  private static final long PRIME = 0x100000001B3L;

  private final long seed;
  private final String function;

  /** What is drawn; the name is part of the seed. */
  enum Purpose {
    HIDDEN,
    INIT,
    COLD_DURATION,
    WARM_DURATION,
    ROUND_TRIP,
    KEEP_ALIVE,
    PROVISIONED_HIDDEN,
    PROVISIONED_INIT,
    PROVISIONED_AGE,
    FAILURE,
    PARTITION_KEY,
    POISON,
    FILTER
  }

  Draws(long seed, String function) {
    this.seed = seed;
    this.function = function;
  }

  /** The chances of a part of the function: others than those of the function itself. */
  Draws part(int number) {
    return new Draws(seed, function + "/" + number);
  }

  /** A new generator that always begins the same. */
  SplittableRandom of(Purpose purpose) {
    // Split, as generators of different seeds are parts of one sequence otherwise.
    return new SplittableRandom(hash(hash(seed, purpose.name()), function)).split();
  }

  private static long hash(long start, String text) {
    long hash = start;
    for (int k = 0; k < text.length(); k++) {
      hash = (hash ^ text.charAt(k)) * PRIME;
    }
    return hash;
  }
}

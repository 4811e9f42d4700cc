package dev.thaw.model;

import java.util.SplittableRandom;

/** Independent failures with one probability. */
final class Failures {
  private final double probability;
  private final SplittableRandom random;

  Failures(double probability, SplittableRandom random) {
    this.probability = probability;
    this.random = random;
  }

  boolean next() {
    return probability > 0 && random.nextDouble() < probability;
  }

  static void requireProbability(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a probability is 0 to 1, not " + value);
    }
  }
}

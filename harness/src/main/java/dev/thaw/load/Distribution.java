package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;

/** A distribution of times in ms, the same for the same generator on every machine. */
public sealed interface Distribution
    permits ConstantTime, UniformTime, ExponentialTime, LognormalTime {

  /** The time in ms that a share {@code p} of all times stays below; p is in [0, 1). */
  double quantile(double p);

  /** Draws a time in ms, by inversion: one number of the generator per draw. */
  default double sample(RandomGenerator random) {
    return quantile(random.nextDouble());
  }

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  String toString();

  /**
   * Reads {@code constant 20 ms}, {@code uniform 10 ms to 30 ms}, {@code exponential 20 ms} (its
   * mean) or {@code lognormal 20 ms 0.5} (its median, and the standard deviation of its logarithm);
   * anything else is an {@link IllegalArgumentException} that names the four.
   */
  @JsonCreator
  static Distribution parse(String text) {
    return DistributionSyntax.parse(text);
  }
}

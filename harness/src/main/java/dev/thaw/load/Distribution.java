package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;

/** A distribution of times in ms, the same for the same generator on every machine. */
public sealed interface Distribution
    permits ConstantTime,
        UniformTime,
        ExponentialTime,
        LognormalTime,
        GammaTime,
        WeibullTime,
        HyperexponentialTime,
        EmpiricalTime,
        ShiftedTime {

  /** The time in ms that a share {@code p} of all times stays below; p is in [0, 1). */
  double quantile(double p);

  /** The mean in ms. */
  double mean();

  /** Draws a time in ms: unless a distribution says otherwise, by inversion of one number. */
  default double sample(RandomGenerator random) {
    return quantile(random.nextDouble());
  }

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  String toString();

  /**
   * Reads one of these; anything else is an {@link IllegalArgumentException} that names them all.
   *
   * <ul>
   *   <li>{@code constant 20 ms}
   *   <li>{@code uniform 10 ms to 30 ms}
   *   <li>{@code exponential 20 ms}: its mean
   *   <li>{@code lognormal 20 ms 0.5}: its median, and the standard deviation of its logarithm
   *   <li>{@code gamma 20 ms 0.5}: its mean and shape
   *   <li>{@code weibull 20 ms 0.5}: its scale and shape
   *   <li>{@code hyperexponential 10% 3 s, 90% 20 ms}: shares and means of its branches
   *   <li>{@code empirical 12 ms, 15 ms, 19 ms}: observed times, or {@code empirical 50% 12 ms, 99%
   *       40 ms}: quantiles
   * </ul>
   *
   * <p>To each {@code plus 5 ms} adds that time.
   */
  @JsonCreator
  static Distribution parse(String text) {
    return DistributionSyntax.parse(text);
  }
}

package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.PrimitiveIterator;

/**
 * When requests should be sent: offsets from the start of a stretch of load, non-decreasing, the
 * same for the same seed on every machine and in every process. Rates are requests per second.
 */
public sealed interface ArrivalProcess
    permits ConstantArrivals, PoissonArrivals, RampArrivals, BurstArrivals {

  /** The offsets in nanoseconds, in order. */
  PrimitiveIterator.OfLong offsetsNs(long seed);

  /** How long the stretch lasts. */
  Duration duration();

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  String toString();

  /**
   * Reads {@code constant 50/s for 10 s}, {@code poisson 50/s for 10 s}, {@code ramp 10/s to 100/s
   * over 30 s} or {@code burst 20}; anything else is an {@link IllegalArgumentException} that names
   * the four.
   */
  @JsonCreator
  static ArrivalProcess parse(String text) {
    return ArrivalSyntax.parse(text);
  }
}

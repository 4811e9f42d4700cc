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
    permits ConstantArrivals,
        PoissonArrivals,
        RenewalArrivals,
        RampArrivals,
        DiurnalArrivals,
        OnOffArrivals,
        BurstArrivals,
        RepeatedBursts,
        Pause,
        SequenceArrivals,
        TraceArrivals {

  /** The offsets in nanoseconds, in order. */
  PrimitiveIterator.OfLong offsetsNs(long seed);

  /** How long the stretch lasts. */
  Duration duration();

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  String toString();

  /**
   * Reads one of these, or several with {@code then} between them; anything else is an {@link
   * IllegalArgumentException} that names them all.
   *
   * <ul>
   *   <li>{@code constant 50/s for 10 s}, {@code poisson 0.9/s for 1 h}
   *   <li>{@code renewal gamma 20 ms 0.5 for 10 s}: any {@link Distribution} of distances
   *   <li>{@code ramp 10/s to 100/s over 30 s}
   *   <li>{@code step 10/s for 1 min, 50/s for 1 min}: short for Poisson processes one after the
   *       other
   *   <li>{@code diurnal 1/s to 50/s every 24 h for 7 d}, {@code diurnal 1/s to 50/s every 24 h
   *       from 6 h for 7 d}
   *   <li>{@code on-off 50/s on exponential 10 s off constant 30 s for 1 h}
   *   <li>{@code burst 20}, {@code burst 20 every 1 min for 1 h}, {@code pause 30 s}
   *   <li>{@code trace FILE}, see {@link TraceArrivals}
   * </ul>
   */
  @JsonCreator
  static ArrivalProcess parse(String text) {
    return ArrivalSyntax.parse(text);
  }
}

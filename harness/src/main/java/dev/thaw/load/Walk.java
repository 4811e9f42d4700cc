package dev.thaw.load;

import java.time.Duration;

/**
 * A point in time that walks along a stretch of load, in sixteenths of a nanosecond: fine enough
 * that steps are not biased by their rounding, and a long holds eighteen years of them. Whole
 * numbers, so that a step does not wait for a conversion of the one before it.
 */
final class Walk {
  private static final int FRACTION_BITS = 4;
  private static final double UNITS_PER_NS = 1 << FRACTION_BITS;

  private final long end;
  private long now;

  Walk(Duration stretch) {
    end = stretch.toNanos() << FRACTION_BITS;
  }

  /** Goes on by that many ns; where it is then, or {@link Offsets#END} from the end on. */
  long forward(double ns) {
    long step = (long) (ns * UNITS_PER_NS + 0.5);
    if (step >= end - now) {
      now = end;
      return Offsets.END;
    }
    now += step;
    return now >> FRACTION_BITS;
  }
}

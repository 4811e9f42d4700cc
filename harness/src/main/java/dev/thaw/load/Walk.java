package dev.thaw.load;

import java.time.Duration;

/**
 * A point in time that walks along a stretch of load. It keeps whole nanoseconds and the fraction
 * apart, so that years into a stretch no step is rounded.
 */
final class Walk {
  private final long endNs;
  private long nowNs;
  private double fractionNs;

  Walk(Duration stretch) {
    endNs = stretch.toNanos();
  }

  /** Goes on by that many ns; where it is then, or {@link Offsets#END} from the end on. */
  long forward(double ns) {
    double step = fractionNs + ns;
    if (!(step < endNs - nowNs)) {
      nowNs = endNs;
      return Offsets.END;
    }
    long whole = (long) step;
    fractionNs = step - whole;
    nowNs += whole;
    return nowNs;
  }
}

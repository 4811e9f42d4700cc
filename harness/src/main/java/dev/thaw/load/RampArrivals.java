package dev.thaw.load;

import static dev.thaw.load.ArrivalSyntax.NS_PER_SECOND;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.PrimitiveIterator;

/**
 * Arrivals whose rate goes from one value to another in a straight line: the k-th comes when the
 * area under the line reaches k.
 */
public record RampArrivals(double from, double to, Duration duration) implements ArrivalProcess {
  public RampArrivals {
    ArrivalSyntax.checkRates(from, to);
    ArrivalSyntax.checkDuration(duration);
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    double seconds = duration.toNanos() / NS_PER_SECOND;
    long count = (long) Math.floor((from + to) / 2 * seconds + 1e-9);
    return new Offsets() {
      private long sent;

      @Override
      long advance() {
        return sent < count ? Math.round(secondsAt(sent++, seconds) * NS_PER_SECOND) : END;
      }
    };
  }

  /** Solves from·t + slope/2·t² = k, in the form that stays exact when the slope is near zero. */
  private double secondsAt(long k, double seconds) {
    double slope = (to - from) / seconds;
    double root = StrictMath.sqrt(Math.max(0, from * from + 2 * slope * k));
    return k == 0 ? 0 : 2 * k / (from + root);
  }

  @Override
  public String toString() {
    return "ramp %s to %s over %s"
        .formatted(Notation.rate(from), Notation.rate(to), Notation.time(duration));
  }
}

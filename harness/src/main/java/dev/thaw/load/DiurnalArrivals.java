package dev.thaw.load;

import static dev.thaw.load.ArrivalSyntax.NS_PER_SECOND;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;

/**
 * Arrivals of independent callers, fewer by night than by day: a Poisson process whose rate follows
 * a cosine from one value to another and back in every period. {@code phase} is how far into its
 * period it starts.
 *
 * <p>By thinning: candidates come at the higher rate and stay with the probability that the rate of
 * their moment bears to it (P. A. W. Lewis and G. S. Shedler, Naval Research Logistics 26 (1979),
 * 403-413).
 */
public record DiurnalArrivals(
    double from, double to, Duration period, Duration phase, Duration duration)
    implements ArrivalProcess {
  public DiurnalArrivals {
    ArrivalSyntax.checkRates(from, to);
    ArrivalSyntax.checkDuration(period);
    ArrivalSyntax.checkDuration(duration);
    if (phase.isNegative() || phase.compareTo(period) >= 0) {
      throw new IllegalArgumentException(
          "a phase of %s is outside its period of %s"
              .formatted(Notation.time(phase), Notation.time(period)));
    }
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    var random = new SplittableRandom(seed);
    var walk = new Walk(duration);
    double meanNs = NS_PER_SECOND / Math.max(from, to);
    return new Offsets() {
      @Override
      long advance() {
        long candidate = walk.forward(PoissonArrivals.exponential(random) * meanNs);
        while (candidate != END && !isKept(random.nextDouble(), candidate)) {
          candidate = walk.forward(PoissonArrivals.exponential(random) * meanNs);
        }
        return candidate;
      }
    };
  }

  private boolean isKept(double chance, long ns) {
    double threshold = chance * Math.max(from, to);
    return threshold < Math.min(from, to) || threshold < rateAt(ns);
  }

  /** Requests per second at that offset. */
  double rateAt(long ns) {
    long periodNs = period.toNanos();
    double share = (double) ((ns + phase.toNanos()) % periodNs) / periodNs;
    return from + (to - from) * Wave.at(share);
  }

  @Override
  public String toString() {
    return "diurnal %s to %s every %s%s for %s"
        .formatted(
            Notation.rate(from),
            Notation.rate(to),
            Notation.time(period),
            phase.isZero() ? "" : " from " + Notation.time(phase),
            Notation.time(duration));
  }
}

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
    return new Thinned(this, seed);
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

  private static final class Thinned extends Offsets {
    private final SplittableRandom random;
    private final Walk walk;
    private final double meanNs;
    private final double always;
    private final double from;
    private final double swing;
    private final double periodsPerNs;
    private final double phase;

    Thinned(DiurnalArrivals process, long seed) {
      random = new SplittableRandom(seed);
      walk = new Walk(process.duration);
      double peak = Math.max(process.from, process.to);
      meanNs = NS_PER_SECOND / peak;
      always = Math.min(process.from, process.to) / peak;
      from = process.from / peak;
      swing = (process.to - process.from) / peak;
      periodsPerNs = 1.0 / process.period.toNanos();
      phase = process.phase.toNanos() * periodsPerNs;
    }

    @Override
    long advance() {
      long candidate;
      do {
        candidate = walk.forward(PoissonArrivals.exponential(random, meanNs));
      } while (candidate != END && !isKept(random.nextDouble(), candidate));
      return candidate;
    }

    private boolean isKept(double chance, long ns) {
      return chance < always || chance < shareOfPeak(ns);
    }

    private double shareOfPeak(long ns) {
      double periods = ns * periodsPerNs + phase;
      return from + swing * Wave.at(periods - Math.floor(periods));
    }
  }
}

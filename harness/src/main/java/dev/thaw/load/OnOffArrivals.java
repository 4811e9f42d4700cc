package dev.thaw.load;

import static dev.thaw.load.ArrivalSyntax.NS_PER_SECOND;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;

/**
 * Bursty arrivals: a Poisson process that is switched on and off in turns, on first, for times
 * drawn from two distributions. With exponential times it is the interrupted Poisson process (A.
 * Kuczura, Bell System Technical Journal 52 (1973), 437-448).
 */
public record OnOffArrivals(double rate, Distribution on, Distribution off, Duration duration)
    implements ArrivalProcess {
  private static final double NS_PER_MS = 1e6;
  private static final double MIN_MEAN_MS = 1e-3;

  public OnOffArrivals {
    ArrivalSyntax.checkRate(rate);
    ArrivalSyntax.checkDuration(duration);
    if (!(on.mean() >= MIN_MEAN_MS)) {
      throw new IllegalArgumentException(
          "'on %s' is less than 1 us on average: too short to be on".formatted(on));
    }
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    return new Switched(this, new SplittableRandom(seed));
  }

  @Override
  public String toString() {
    return "on-off %s on %s off %s for %s"
        .formatted(Notation.rate(rate), on, off, Notation.time(duration));
  }

  private static final class Switched extends Offsets {
    private final OnOffArrivals process;
    private final SplittableRandom random;
    private final Walk walk;
    private final double meanNs;
    private double onLeftNs;

    Switched(OnOffArrivals process, SplittableRandom random) {
      this.process = process;
      this.random = random;
      walk = new Walk(process.duration);
      meanNs = NS_PER_SECOND / process.rate;
      onLeftNs = draw(process.on);
    }

    private double draw(Distribution times) {
      return times.sample(random) * NS_PER_MS;
    }

    /** Only time that is on counts towards the next arrival. */
    @Override
    long advance() {
      double onNs = PoissonArrivals.exponential(random, meanNs);
      double skippedNs = 0;
      while (onNs > onLeftNs) {
        onNs -= onLeftNs;
        skippedNs += onLeftNs + draw(process.off);
        if (skippedNs > process.duration.toNanos()) {
          return END;
        }
        onLeftNs = draw(process.on);
      }
      onLeftNs -= onNs;
      return walk.forward(skippedNs + onNs);
    }
  }
}

package dev.thaw.load;

import static dev.thaw.load.ArrivalSyntax.NS_PER_SECOND;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;

/** Arrivals of independent callers: exponentially distributed distances of mean 1 / rate. */
public record PoissonArrivals(double rate, Duration duration) implements ArrivalProcess {
  public PoissonArrivals {
    ArrivalSyntax.checkRate(rate);
    ArrivalSyntax.checkDuration(duration);
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    return new Offsets(new SplittableRandom(seed), rate, duration.toNanos());
  }

  @Override
  public String toString() {
    return "poisson " + Notation.rate(rate) + " for " + Notation.time(duration);
  }

  private static final class Offsets implements PrimitiveIterator.OfLong {
    private final SplittableRandom random;
    private final double rate;
    private final long endNs;
    private double next;

    Offsets(SplittableRandom random, double rate, long endNs) {
      this.random = random;
      this.rate = rate;
      this.endNs = endNs;
      advance();
    }

    private void advance() {
      // StrictMath: the same plan on every machine.
      next += -StrictMath.log(1 - random.nextDouble()) * NS_PER_SECOND / rate;
    }

    @Override
    public boolean hasNext() {
      return next < endNs;
    }

    @Override
    public long nextLong() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      long offset = (long) next;
      advance();
      return offset;
    }
  }
}

package dev.thaw.load;

import static dev.thaw.load.ArrivalSyntax.NS_PER_SECOND;

import dev.thaw.invocation.Notation;
import java.time.Duration;
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
    var random = new SplittableRandom(seed);
    var walk = new Walk(duration);
    double meanNs = NS_PER_SECOND / rate;
    return new Offsets() {
      @Override
      long advance() {
        return walk.forward(exponential(random, meanNs));
      }
    };
  }

  /** Draws from the exponential distribution of that mean. */
  static double exponential(SplittableRandom random, double mean) {
    return Logarithm.ofUnit(1 - random.nextDouble()) * -mean;
  }

  @Override
  public String toString() {
    return "poisson %s for %s".formatted(Notation.rate(rate), Notation.time(duration));
  }
}

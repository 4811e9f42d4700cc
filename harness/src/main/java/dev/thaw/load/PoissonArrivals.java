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
    return new PoissonOffsets(new SplittableRandom(seed), NS_PER_SECOND / rate, duration);
  }

  /** Draws from the exponential distribution of that mean. */
  static double exponential(SplittableRandom random, double mean) {
    return Logarithm.ofUnit(1 - random.nextDouble()) * -mean;
  }

  @Override
  public String toString() {
    return "poisson %s for %s".formatted(Notation.rate(rate), Notation.time(duration));
  }

  /** Distances are drawn some at a time: a processor works on several draws at once. */
  private static final class PoissonOffsets extends Offsets {
    private static final int AHEAD = 64;

    private final SplittableRandom random;
    private final double meanNs;
    private final Walk walk;
    private final double[] ahead = new double[AHEAD];
    private int next = AHEAD;

    PoissonOffsets(SplittableRandom random, double meanNs, Duration duration) {
      this.random = random;
      this.meanNs = meanNs;
      this.walk = new Walk(duration);
    }

    @Override
    long advance() {
      if (next == AHEAD) {
        drawAhead();
      }
      return walk.forward(ahead[next++]);
    }

    private void drawAhead() {
      for (int i = 0; i < AHEAD; i++) {
        ahead[i] = exponential(random, meanNs);
      }
      next = 0;
    }
  }
}

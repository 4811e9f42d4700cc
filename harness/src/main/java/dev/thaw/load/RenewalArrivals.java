package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;

/** Arrivals whose distances are drawn independently from one distribution. */
public record RenewalArrivals(Distribution distances, Duration duration) implements ArrivalProcess {
  private static final double NS_PER_MS = 1e6;
  private static final double MIN_MEAN_MS = 1e-3;

  public RenewalArrivals {
    if (!(distances.mean() >= MIN_MEAN_MS)) {
      throw new IllegalArgumentException(
          "distances of %s are less than 1 us on average: more than 1,000,000/s"
              .formatted(distances));
    }
    ArrivalSyntax.checkDuration(duration);
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    var random = new SplittableRandom(seed);
    var walk = new Walk(duration);
    return new Offsets() {
      @Override
      long advance() {
        return walk.forward(distances.sample(random) * NS_PER_MS);
      }
    };
  }

  @Override
  public String toString() {
    return "renewal %s for %s".formatted(distances, Notation.time(duration));
  }
}

package dev.thaw.load;

import static dev.thaw.load.ArrivalSyntax.NS_PER_SECOND;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.PrimitiveIterator;

/** Arrivals at equal distances: the k-th at k / rate. */
public record ConstantArrivals(double rate, Duration duration) implements ArrivalProcess {
  public ConstantArrivals {
    ArrivalSyntax.checkRate(rate);
    ArrivalSyntax.checkDuration(duration);
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    long count = (long) Math.floor(rate * duration.toNanos() / NS_PER_SECOND + 1e-9);
    return new Offsets() {
      private long sent;

      @Override
      long advance() {
        return sent < count ? Math.round(sent++ * NS_PER_SECOND / rate) : END;
      }
    };
  }

  @Override
  public String toString() {
    return "constant %s for %s".formatted(Notation.rate(rate), Notation.time(duration));
  }
}

package dev.thaw.load;

import java.time.Duration;
import java.util.PrimitiveIterator;

/** A number of arrivals at the same instant. */
public record BurstArrivals(int size) implements ArrivalProcess {
  public BurstArrivals {
    checkSize(size);
  }

  static void checkSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a burst has at least 1 request, not " + size);
    }
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    return new Offsets() {
      private int sent;

      @Override
      long advance() {
        return sent++ < size ? 0 : END;
      }
    };
  }

  @Override
  public Duration duration() {
    return Duration.ZERO;
  }

  @Override
  public String toString() {
    return "burst " + size;
  }
}

package dev.thaw.load;

import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** A number of arrivals at the same instant. */
public record BurstArrivals(int size) implements ArrivalProcess {
  public BurstArrivals {
    if (size < 1) {
      throw new IllegalArgumentException("a burst has at least 1 request, not " + size);
    }
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    return LongStream.range(0, size).map(k -> 0).iterator();
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

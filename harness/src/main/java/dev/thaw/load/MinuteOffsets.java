package dev.thaw.load;

import dev.thaw.load.trace.Spread;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.load.trace.TracedArrivals.MinuteCounts;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Arrivals of which only the number in each minute is known, one minute at a time. */
final class MinuteOffsets extends Offsets {
  private final MinuteCounts traced;
  private final Spread spread;
  private final double speed;
  private final SplittableRandom random;
  private double[] shares = new double[0];
  private int next;
  private int minute = -1;

  MinuteOffsets(MinuteCounts traced, TraceExtract extract, long seed) {
    this.traced = traced;
    this.spread = extract.spread();
    this.speed = extract.speed();
    this.random = new SplittableRandom(seed);
  }

  @Override
  long advance() {
    while (next == shares.length) {
      if (++minute == traced.minutes().length) {
        return END;
      }
      shares = shares(traced.counts()[minute]);
      next = 0;
    }
    return (long) ((traced.minutes()[minute] + shares[next++]) * MinuteCounts.MINUTE_NS / speed);
  }

  /** Where in the minute its arrivals are, in order, as shares of it. */
  private double[] shares(int count) {
    var places = new double[count];
    switch (spread) {
      case EQUIDISTANT -> Arrays.setAll(places, k -> (k + 0.5) / count);
      case UNIFORM -> Arrays.setAll(places, k -> random.nextDouble());
      case POISSON -> {
        return poisson(count);
      }
    }
    Arrays.sort(places);
    return places;
  }

  private double[] poisson(int expected) {
    var places = new double[expected + 16];
    double mean = 1.0 / expected;
    int count = 0;
    double place = PoissonArrivals.exponential(random, mean);
    while (place < 1) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = place;
      place += PoissonArrivals.exponential(random, mean);
    }
    return Arrays.copyOf(places, count);
  }
}

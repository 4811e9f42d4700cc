package dev.thaw.model;

import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/** A histogram of latencies, exact to three digits. */
public final class Latencies {
  private static final double NS_PER_MS = 1e6;

  private final Histogram histogram;

  /** Of a histogram in ns. */
  public Latencies(Histogram histogram) {
    this.histogram = histogram;
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** The latency in ms that a share {@code p} of all stays below; NaN when there are none. */
  public double quantileMs(double p) {
    return count() == 0 ? Double.NaN : histogram.getValueAtPercentile(p * 100) / NS_PER_MS;
  }

  /** One of them in ms, each as likely; NaN when there are none. */
  public double drawnMs(RandomGenerator random) {
    return quantileMs(random.nextDouble());
  }

  /** NaN when there are none. */
  public double meanMs() {
    return count() == 0 ? Double.NaN : histogram.getMean() / NS_PER_MS;
  }
}

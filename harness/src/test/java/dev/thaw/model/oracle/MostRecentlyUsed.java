package dev.thaw.model.oracle;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The steady state when the most recently used environment serves first: Poisson arrivals,
 * exponential service times (cold as warm), environments kept for a fixed time. By the law of
 * {@link SlidingMaximum} an arrival is cold when it finds k busy and no more than k were for the
 * keep-alive before; and more than k environments live when more than k were busy within it. Both
 * come from the generator restricted to 0..k busy, exponentiated.
 *
 * @param limit no more than so many environments; arrivals beyond are lost
 */
public record MostRecentlyUsed(double rate, double service, double keepAlive, int limit) {
  /** Events of the randomised chain per step: Poisson weights of this mean do not underflow. */
  private static final double EVENTS_PER_STEP = 100;

  /** Cold starts among all arrivals, and environments that live on average. */
  public record SteadyState(double cold, double environments) {}

  /** As many environments as are needed. */
  public static MostRecentlyUsed unlimited(double rate, double service, double keepAlive) {
    double load = rate * service;
    int enough = (int) (load + 7 * Math.sqrt(load) + 20);
    return new MostRecentlyUsed(rate, service, keepAlive, enough);
  }

  public SteadyState solve() {
    var stationary = stationary();
    double cold = 0;
    double environments = 0;
    for (int k = 0; k < limit; k++) {
      var kept = kept(stationary, k);
      cold += kept[k];
      environments += 1 - DoubleStream.of(kept).sum();
    }
    return new SteadyState(cold, environments);
  }

  /** How long an environment of that steady state lives, on average. */
  public double lifespan(SteadyState steady) {
    return steady.environments() / (rate * steady.cold());
  }

  private double[] stationary() {
    var probability = new double[limit + 1];
    probability[0] = 1;
    double sum = 1;
    for (int k = 1; k <= limit; k++) {
      probability[k] = probability[k - 1] * rate * service / k;
      sum += probability[k];
    }
    for (int k = 0; k <= limit; k++) {
      probability[k] /= sum;
    }
    return probability;
  }

  /** Row vector pi e^(QT), Q being the generator that never leaves 0..k, by randomisation. */
  private double[] kept(double[] stationary, int k) {
    var now = Arrays.copyOf(stationary, k + 1);
    double pace = rate + k / service;
    int steps = (int) Math.ceil(pace * keepAlive / EVENTS_PER_STEP);
    double events = pace * keepAlive / steps;
    for (int step = 0; step < steps; step++) {
      now = advance(now, pace, events);
    }
    return now;
  }

  private double[] advance(double[] from, double pace, double events) {
    var sum = new double[from.length];
    var power = from.clone();
    double weight = Math.exp(-events);
    for (int n = 0; n < events || weight > 1e-16; n++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * power[i];
      }
      jump(power, pace);
      weight *= events / (n + 1);
    }
    return sum;
  }

  /** One event at that pace: an arrival (which leaves 0..k at k), an end, or nothing. */
  private void jump(double[] power, double pace) {
    int k = power.length - 1;
    double below = 0;
    for (int busy = 0; busy <= k; busy++) {
      double here = power[busy];
      double above = busy == k ? 0 : power[busy + 1] * (busy + 1) / service;
      power[busy] = here + (below * rate + above - here * (rate + busy / service)) / pace;
      below = here;
    }
  }
}

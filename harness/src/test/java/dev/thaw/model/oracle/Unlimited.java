package dev.thaw.model.oracle;

/**
 * Poisson arrivals that each find a free server (M/G/∞), from an empty start: how many are busy.
 */
public record Unlimited(double rate, double meanService) {

  /** The probability that exactly so many are busy in the long run; any service times. */
  public double busyExactly(int busy) {
    double load = rate * meanService;
    double probability = Math.exp(-load);
    for (int k = 1; k <= busy; k++) {
      probability *= load / k;
    }
    return probability;
  }

  /** Mean busy at an instant, service times being exponential. */
  public double meanBusyAt(double time) {
    return rate * meanService * -Math.expm1(-time / meanService);
  }

  /** The mean of {@link #meanBusyAt} between two instants. */
  public double meanBusyBetween(double from, double to) {
    double tail = Math.exp(-from / meanService) - Math.exp(-to / meanService);
    return rate * meanService * (1 - meanService * tail / (to - from));
  }
}

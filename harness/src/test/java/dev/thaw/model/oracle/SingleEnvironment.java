package dev.thaw.model.oracle;

/**
 * One execution environment at most, Poisson arrivals, service times of any distribution: each
 * accepted arrival starts a renewal cycle, and is cold when the idle time before it outlasted the
 * keep-alive.
 *
 * @param idleIsOutlasted the probability that an exponential gap at the rate exceeds the keep-alive
 */
public record SingleEnvironment(double rate, double warm, double cold, double idleIsOutlasted) {

  /** Kept for a fixed time. */
  public static SingleEnvironment keptFor(double time, double rate, double warm, double cold) {
    return new SingleEnvironment(rate, warm, cold, Math.exp(-rate * time));
  }

  /** Kept for exponential times of that mean. */
  public static SingleEnvironment keptForMean(double mean, double rate, double warm, double cold) {
    return new SingleEnvironment(rate, warm, cold, 1 / (1 + rate * mean));
  }

  /** Cold starts among those accepted. */
  public double coldOfAccepted() {
    return idleIsOutlasted;
  }

  /** Cold starts among all arrivals. */
  public double coldOfAll() {
    return idleIsOutlasted * (1 - rejected());
  }

  public double meanService() {
    return idleIsOutlasted * cold + (1 - idleIsOutlasted) * warm;
  }

  /** The share of arrivals that find it busy. */
  public double rejected() {
    return rate * meanService() / (1 + rate * meanService());
  }

  /** The share of time for which it runs: arrivals see time averages. */
  public double running() {
    return rejected();
  }

  /** The share of time for which it is idle. */
  public double idle() {
    return (1 - idleIsOutlasted) / rate / (1 / rate + meanService());
  }
}

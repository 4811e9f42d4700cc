package dev.thaw.model.oracle;

/**
 * Provisioned concurrency that is tried first, and unlimited on-demand environments for what spills
 * over: Erlang B says how much spills, whatever the service time's distribution and whatever
 * happens on demand; Riordan's formula how the overflow varies, for exponential service times.
 *
 * @see <a href="https://doi.org/10.1002/j.1538-7305.1956.tb02384.x">Wilkinson, Theories for toll
 *     traffic engineering in the USA, appendix I (Riordan)</a>
 */
public record SpillOver(double load, int provisioned) {

  /** The share of arrivals that spill over. */
  public double share() {
    return new ErlangB(load, provisioned).blocked();
  }

  /** The share of provisioned environments that run, on average. */
  public double utilization() {
    return new ErlangB(load, provisioned).busy() / provisioned;
  }

  /** On-demand environments that run, on average. */
  public double onDemandRunning() {
    return load * share();
  }

  /** The variance of the on-demand environments that run. */
  public double onDemandVariance() {
    double mean = onDemandRunning();
    return mean * (1 - mean + load / (provisioned + 1 - load + mean));
  }
}

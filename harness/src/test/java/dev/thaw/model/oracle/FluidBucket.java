package dev.thaw.model.oracle;

/** A full token bucket under a demand per second that exceeds its refill per second, as a fluid. */
public record FluidBucket(double capacity, double refill, double demand) {

  /** When it first is empty, in seconds. */
  public double firstEmpty() {
    return capacity / (demand - refill);
  }

  /** The share of the demand that goes unmet from then on. */
  public double unmet() {
    return 1 - refill / demand;
  }
}

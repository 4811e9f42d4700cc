package dev.thaw.experiment.bench;

/**
 * One comparison: something bare and the same through Thaw, in the same run, in that unit. The
 * ratio is Thaw's figure over the bare one.
 */
public record Measured(
    String name, String unit, double bare, double thaw, int samples, String how) {
  public double ratio() {
    return thaw / bare;
  }
}

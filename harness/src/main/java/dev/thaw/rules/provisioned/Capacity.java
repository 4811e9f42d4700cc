package dev.thaw.rules.provisioned;

/** The bounds between which a scalable target may be scaled, both included. */
public record Capacity(int min, int max) {
  public Capacity {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException(
          "capacity from %d to %d: the least cannot be negative or more than the most"
              .formatted(min, max));
    }
  }

  /** The nearest value within the bounds. */
  public int clamp(int value) {
    return Math.max(min, Math.min(max, value));
  }
}

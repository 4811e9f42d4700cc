package dev.thaw.experiment.bench.beside;

/** What is measured of a piece of work: so many per second, or a time. */
public record Figure(String name, String unit, boolean isTime) {
  static Figure rate(String name) {
    return new Figure(name, "/s", false);
  }

  static Figure time(String name) {
    return new Figure(name, "ms", true);
  }

  /** How many times as good the one is as the other. */
  public double ratio(double one, double other) {
    return isTime ? other / one : one / other;
  }
}

package dev.thaw.model;

/**
 * A number over time, summed up exactly: its integral over each window and over all. Whoever
 * changes it first says how long it was what it was.
 */
final class Level {
  private final String name;
  private final double[] means;
  private int now;
  private long windowNs;
  private long exactNs;
  private double integralNs;

  Level(String name, int windows) {
    this.name = name;
    this.means = new double[windows];
  }

  String name() {
    return name;
  }

  int now() {
    return now;
  }

  void add(int change) {
    now += change;
  }

  void set(int number) {
    now = number;
  }

  /** It was the same for so long. */
  void last(long elapsedNs) {
    windowNs += now * elapsedNs;
  }

  void closeWindow(int index, long lengthNs) {
    means[index] = lengthNs == 0 ? now : (double) windowNs / lengthNs;
    exactNs += windowNs;
    integralNs += windowNs;
    windowNs = 0;
  }

  /** Over all closed windows, exact but for multiples of 2^64. */
  long exactNs() {
    return exactNs;
  }

  /** Over all closed windows. */
  double integralNs() {
    return integralNs;
  }

  double[] means() {
    return means;
  }
}

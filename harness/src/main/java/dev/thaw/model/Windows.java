package dev.thaw.model;

/** A simulation cut into windows of equal length, to the nanosecond. */
record Windows(long endNs, int count) {

  /** When the window of that index ends; the last one with the simulation. */
  long endNs(int index) {
    long whole = endNs / count;
    long rest = endNs % count;
    return whole * (index + 1) + rest * (index + 1) / count;
  }

  long lengthNs(int index) {
    return endNs(index) - (index == 0 ? 0 : endNs(index - 1));
  }
}

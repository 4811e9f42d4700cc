package dev.thaw.model;

import java.util.PrimitiveIterator;

/** A load's arrivals, one after the other, and what each of them does. */
abstract class ArrivalSource {
  private final PrimitiveIterator.OfLong offsetsNs;
  private final long startNs;
  private long lastNs;

  ArrivalSource(Load load) {
    this.startNs = load.start().toNanos();
    this.lastNs = startNs;
    this.offsetsNs = load.arrivals().offsetsNs(load.seed());
  }

  /** Handles one arrival. */
  abstract void arrive(long nowNs);

  /** When the next one comes; {@link TimeHeap#NEVER} when that was all. */
  long nextNs() {
    if (!offsetsNs.hasNext()) {
      return TimeHeap.NEVER;
    }
    long nextNs = startNs + offsetsNs.nextLong();
    if (nextNs < lastNs) {
      throw new IllegalArgumentException(
          "arrivals run backwards: one at %d ns after one at %d ns".formatted(nextNs, lastNs));
    }
    lastNs = nextNs;
    return nextNs;
  }
}

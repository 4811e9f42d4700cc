package dev.thaw.model;

/**
 * How environments came, worked and went, counted apart from the {@link Meter}, so that the {@link
 * Books} can hold one against the other. Sums of ns are exact but for multiples of 2^64.
 */
final class Lifespans {
  private static final double NS_PER_SECOND = 1e9;

  private long created;
  private long createdNs;
  private long ended;
  private long endedNs;
  private double endedLifespans;
  private long busyNs;
  private long beyondNs;

  void created(long nowNs) {
    created++;
    createdNs += nowNs;
  }

  void ended(long createdNs, long nowNs) {
    ended++;
    endedNs += nowNs;
    endedLifespans += nowNs - createdNs;
  }

  /** An invocation keeps an environment busy for so long. */
  void busy(long ns) {
    busyNs += ns;
  }

  /** For so long of it, the simulation has already ended. */
  void leftRunning(long ns) {
    beyondNs += ns;
  }

  long created() {
    return created;
  }

  long ended() {
    return ended;
  }

  long alive() {
    return created - ended;
  }

  /** For how long environments were busy before the end. */
  long busyNs() {
    return busyNs - beyondNs;
  }

  /** For how long environments lived before the end. */
  long livedNs(long endNs) {
    return endedNs + alive() * endNs - createdNs;
  }

  /** Of those that have ended; NaN when none has. */
  double meanSeconds() {
    return endedLifespans / ended / NS_PER_SECOND;
  }
}

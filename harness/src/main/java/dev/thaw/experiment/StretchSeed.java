package dev.thaw.experiment;

/** What the arrivals of one stretch are drawn from: another number for each, fixed by the run's. */
final class StretchSeed {
  private StretchSeed() {}

  static long of(long seed, String phase, String variant, long firstIndex) {
    return seed ^ ((long) (phase + '/' + variant).hashCode() << 32) ^ firstIndex;
  }
}

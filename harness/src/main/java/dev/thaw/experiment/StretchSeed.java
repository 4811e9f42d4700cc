package dev.thaw.experiment;

/** What the arrivals of one stretch are drawn from: another number for each, fixed by the run's. */
public final class StretchSeed {
  private StretchSeed() {}

  /** The seed of the stretch that begins with that index. */
  public static long of(long seed, String phase, String variant, long firstIndex) {
    return seed ^ ((long) (phase + '/' + variant).hashCode() << 32) ^ firstIndex;
  }
}

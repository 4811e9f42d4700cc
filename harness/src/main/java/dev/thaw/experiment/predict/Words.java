package dev.thaw.experiment.predict;

import java.time.Duration;

/** Times in words, in the largest unit that leaves no rest. */
public final class Words {
  private Words() {}

  /** For example {@code 500 ms}, {@code 90 s}, {@code 10 min}, {@code 2 h}. */
  public static String of(Duration time) {
    long ms = time.toMillis();
    if (ms % 3_600_000 == 0 && ms > 0) {
      return ms / 3_600_000 + " h";
    }
    if (ms % 60_000 == 0 && ms > 0) {
      return ms / 60_000 + " min";
    }
    return ms % 1000 == 0 ? ms / 1000 + " s" : ms + " ms";
  }
}

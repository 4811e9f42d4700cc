package dev.thaw.report;

/** What the figures do not say. */
final class Closing {
  static final String TEXT =
      "Intervals are 95 %, ± ∞ where too few samples bound them; ~ is a change that may be none,"
          + " - too few samples. One session on one machine: it describes and does not judge; a"
          + " verdict takes interleaved blocks (thaw gate).";

  private Closing() {}
}

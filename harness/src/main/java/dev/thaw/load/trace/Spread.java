package dev.thaw.load.trace;

import java.util.Locale;

/** How the invocations that a trace counts by the minute are spread over their minute. */
public enum Spread {
  /** As many as counted, each at a random instant. */
  UNIFORM,
  /** As many as counted, at equal distances. */
  EQUIDISTANT,
  /** A Poisson process of which so many are expected. */
  POISSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

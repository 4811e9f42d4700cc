package dev.thaw.target;

import java.util.Locale;

/**
 * How a function's logs are written.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">
 *     Log formats</a>
 */
public enum LogFormat {
  TEXT("Text"),
  JSON("JSON");

  private final String wire;

  LogFormat(String wire) {
    this.wire = wire;
  }

  /** As Lambda spells it. */
  String wire() {
    return wire;
  }

  /** Reads the name that experiment files use. */
  public static LogFormat of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}

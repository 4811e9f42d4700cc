package dev.thaw.engine.environment;

/**
 * How important a log event is, the least important first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html">
 *     Log-level filtering</a>
 */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  FATAL;

  /** Whether an event of this level is sent where that one is the least. */
  boolean isSentAt(LogLevel least) {
    return compareTo(least) >= 0;
  }
}

package dev.thaw.engine.environment;

import org.jspecify.annotations.Nullable;

/**
 * Where and how a version's environments log: a group if it has chosen one, and levels if the
 * format is JSON.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html">
 *     Advanced logging controls</a>
 */
public record LogSettings(@Nullable String group, @Nullable Levels json) {
  /** The group that Lambda chooses, and text. */
  public static final LogSettings DEFAULT = new LogSettings(null, null);

  /** The least levels at which the function's and the platform's events are sent. */
  public record Levels(LogLevel application, LogLevel system) {}
}

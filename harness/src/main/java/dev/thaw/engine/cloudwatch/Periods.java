package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.CommonError;
import java.time.Instant;

/** What is checked of a question for statistics. */
final class Periods {
  private static final int LEAST_SECONDS = 60;

  private Periods() {}

  static void check(Instant from, Instant to, int seconds) {
    if (!from.isBefore(to)) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE.exception(
          "The parameter StartTime must be less than the parameter EndTime.");
    }
    if (seconds < LEAST_SECONDS || seconds % LEAST_SECONDS != 0) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE.exception(
          "The parameter Period must be a multiple of 60, not " + seconds + ".");
    }
  }

  static Statistic statistic(String name) {
    return Statistic.find(name)
        .orElseThrow(() -> CommonError.notImplemented("The statistic " + name));
  }
}

package dev.thaw.engine.kinesis;

/** How long records can be kept: 24 hours to a year. */
final class RetentionHours {
  private static final int MOST = 8_760;

  private RetentionHours() {}

  static void check(int hours) {
    if (hours < Stream.LEAST_RETENTION_HOURS) {
      throw KinesisError.invalid(
          ("Minimum allowed retention period is %d hours. Requested retention period (%d hours) is"
                  + " too short.")
              .formatted(Stream.LEAST_RETENTION_HOURS, hours));
    }
    if (hours > MOST) {
      throw KinesisError.invalid(
          ("Maximum allowed retention period is %d hours. Requested retention period (%d hours) is"
                  + " too long.")
              .formatted(MOST, hours));
    }
  }
}

package dev.thaw.experiment.file;

import dev.thaw.engine.PlatformSettings;
import java.time.Duration;
import java.util.Optional;

/** Reads what the embedded engine is told of the platform: AWS decides these itself. */
final class PlatformReader {
  private static final PlatformSettings USUAL = PlatformSettings.DEFAULT;
  private static final int MOST_CONCURRENCY = 100_000;

  private PlatformReader() {}

  static PlatformSettings read(Section section) {
    section.allowing("keep-alive", "max-lifetime", "account-concurrency", "platform-time-scale");
    return new PlatformSettings(
        time(section.find("keep-alive"), USUAL.keepAlive()),
        time(section.find("max-lifetime"), USUAL.maxLifetime()),
        section
            .find("account-concurrency")
            .map(entry -> entry.integer(1, MOST_CONCURRENCY))
            .orElse(USUAL.accountConcurrency()),
        section
            .find("platform-time-scale")
            .map(
                entry ->
                    entry.number(
                        PlatformSettings.LEAST_TIME_SCALE, PlatformSettings.MOST_TIME_SCALE))
            .orElse(USUAL.timeScale()));
  }

  private static Duration time(Optional<Entry> entry, Duration otherwise) {
    return entry
        .map(value -> value.duration(Duration.ofMillis(1), Duration.ofHours(24)))
        .orElse(otherwise);
  }
}

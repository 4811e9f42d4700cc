package dev.thaw.engine;

import dev.thaw.rules.concurrency.Account;
import java.time.Duration;

/**
 * What of the platform AWS decides itself and an engine is told: how long an idle and any execution
 * environment lives, how many invocations an account may run at once in a region, and how many
 * times as fast as the clock the platform's own waits pass.
 */
public record PlatformSettings(
    Duration keepAlive, Duration maxLifetime, int accountConcurrency, double timeScale) {

  /** The least scale of platform time that makes sense to anybody. */
  public static final double LEAST_TIME_SCALE = 0.001;

  /** The greatest: nanoseconds of platform time still count more than ten days of the clock. */
  public static final double MOST_TIME_SCALE = 10_000;

  /** AWS's defaults, and the environment lifetimes that were last measured there. */
  public static final PlatformSettings DEFAULT =
      new PlatformSettings(
          // As others measured: Ustiugov et al., STeLLAR, IISWC 2021; xebia.com.
          Duration.ofMinutes(10), Duration.ofHours(2), Account.DEFAULT_LIMIT, 1);

  /** How long so much platform time takes on the clock. */
  public Duration onClock(Duration platformTime) {
    return Duration.ofNanos((long) (platformTime.toNanos() / timeScale));
  }

  /** The same with another account limit. */
  public PlatformSettings withAccountConcurrency(int other) {
    return new PlatformSettings(keepAlive, maxLifetime, other, timeScale);
  }

  /** The same with another scale of platform time. */
  public PlatformSettings withTimeScale(double other) {
    return new PlatformSettings(keepAlive, maxLifetime, accountConcurrency, other);
  }
}

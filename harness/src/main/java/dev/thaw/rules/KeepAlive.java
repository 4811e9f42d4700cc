package dev.thaw.rules;

import java.time.Duration;

/**
 * How long an execution environment is kept: since its last use, and in all. AWS publishes neither
 * figure; the defaults are what others measured.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda execution environment lifecycle</a>
 */
public record KeepAlive(Duration idle, Duration lifetime) {
  /**
   * 10 minutes idle (Ustiugov et al., STeLLAR, IISWC 2021, footnote 5; mikhail.io, August 2019) and
   * 2 hours in all (xebia.com/blog/til-that-aws-lambda-terminates-instances-preemptively).
   */
  public static final KeepAlive MEASURED =
      new KeepAlive(Duration.ofMinutes(10), Duration.ofHours(2));

  public KeepAlive {
    requirePositive("idle time", idle);
    requirePositive("lifetime", lifetime);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("%s must be positive, not %s".formatted(name, value));
    }
  }

  /** When an environment that was created and last used then has had its time. */
  public long expiryNs(long createdNs, long idleSinceNs) {
    long byIdleness = idleSinceNs + idle.toNanos();
    long byAge = createdNs + lifetime.toNanos();
    return byAge - byIdleness < 0 ? byAge : byIdleness;
  }
}

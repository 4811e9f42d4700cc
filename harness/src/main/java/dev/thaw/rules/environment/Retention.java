package dev.thaw.rules.environment;

import java.time.Duration;

/**
 * What a platform does with execution environments that are not busy: how long it keeps them idle,
 * how long they live in all, and which of them serves next.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda execution environment lifecycle</a>
 */
public record Retention(KeepAlive keepAlive, Duration lifetime, Placement placement) {
  /** For ever, as far as a simulation goes. */
  public static final Duration UNLIMITED = Duration.ofDays(36_500);

  /**
   * 10 minutes idle (Ustiugov et al., STeLLAR, IISWC 2021, footnote 5; mikhail.io, August 2019), 2
   * hours in all (xebia.com/blog/til-that-aws-lambda-terminates-instances-preemptively), most
   * recently used first (pacslab's AWS traces, 2020).
   */
  public static final Retention MEASURED =
      new Retention(
          KeepAlive.fixed(Duration.ofMinutes(10)),
          Duration.ofHours(2),
          Placement.MOST_RECENTLY_USED);

  public Retention {
    requirePositive("lifetime", lifetime);
  }

  static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("%s must be positive, not %s".formatted(name, value));
    }
  }
}

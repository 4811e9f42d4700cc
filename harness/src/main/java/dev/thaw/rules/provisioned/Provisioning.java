package dev.thaw.rules.provisioned;

import java.time.Duration;

/**
 * How a platform prepares provisioned environments: how long nothing happens after a request, how
 * many environments a minute it starts from then on, and how many inits may fail before it gives
 * up.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency:
 *     how Lambda allocates provisioned concurrency</a>
 */
public record Provisioning(Duration preparation, int perMinute, int attempts) {
  /**
   * 6,000 environments per minute, as documented; six attempts, as recorded (LocalStack's {@code
   * test_provisioned_concurrency_init_failure}, 2026-02-17). Of the preparation AWS says "a minute
   * or two": 90 s are our choice, and the recorded tests took 130 to 141 s in all.
   */
  public static final Provisioning DOCUMENTED = new Provisioning(Duration.ofSeconds(90), 6_000, 6);

  private static final long MINUTE_NS = 60_000_000_000L;

  public Provisioning {
    if (preparation.isNegative()) {
      throw new IllegalArgumentException("preparation cannot be negative: " + preparation);
    }
    if (perMinute < 1) {
      throw new IllegalArgumentException(
          "at least one environment a minute is needed, not " + perMinute);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one init attempt is needed, not " + attempts);
    }
  }

  /** How many environments may have been started so long after the preparation. */
  long startedAfter(long ns) {
    return ns <= 0 ? 0 : ns / perEnvironmentNs();
  }

  long perEnvironmentNs() {
    return MINUTE_NS / perMinute;
  }
}

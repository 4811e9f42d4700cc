package dev.thaw.rules.environment;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Half of what is idle goes every so often, counted from its last use: an environment stays a
 * number of periods that is geometric with one half. Each environment draws for itself, so that of
 * many idle ones {@code 2^-floor(t / period)} are left on average, where SeBS found exactly so
 * many.
 *
 * @see <a href="https://doi.org/10.1145/3464298.3476133">Copik et al., SeBS, Middleware 2021</a>
 */
public record HalvingKeepAlive(Duration period) implements KeepAlive {
  public HalvingKeepAlive {
    Retention.requirePositive("keep-alive", period);
  }

  @Override
  public long drawNs(RandomGenerator random) {
    // Trailing zeros of random bits are geometric with one half.
    return period.toNanos() * (1 + Long.numberOfTrailingZeros(random.nextLong()));
  }
}

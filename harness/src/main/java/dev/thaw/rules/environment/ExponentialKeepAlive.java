package dev.thaw.rules.environment;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Idle environments are kept for exponentially distributed times of that mean. */
public record ExponentialKeepAlive(Duration mean) implements KeepAlive {
  public ExponentialKeepAlive {
    Retention.requirePositive("keep-alive", mean);
  }

  @Override
  public long drawNs(RandomGenerator random) {
    return (long) (random.nextExponential() * mean.toNanos());
  }
}

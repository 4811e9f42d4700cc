package dev.thaw.rules.environment;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Every idle environment is kept for the same time. */
public record FixedKeepAlive(Duration time) implements KeepAlive {
  public FixedKeepAlive {
    Retention.requirePositive("keep-alive", time);
  }

  @Override
  public long drawNs(RandomGenerator random) {
    return time.toNanos();
  }
}

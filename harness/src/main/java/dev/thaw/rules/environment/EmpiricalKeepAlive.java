package dev.thaw.rules.environment;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Idle environments are kept for one of these times, each equally likely. */
public record EmpiricalKeepAlive(List<Duration> times) implements KeepAlive {
  public EmpiricalKeepAlive {
    times = List.copyOf(times);
    if (times.isEmpty()) {
      throw new IllegalArgumentException("an empirical keep-alive needs at least one time");
    }
    times.forEach(time -> Retention.requirePositive("keep-alive", time));
  }

  @Override
  public long drawNs(RandomGenerator random) {
    return times.get(random.nextInt(times.size())).toNanos();
  }
}

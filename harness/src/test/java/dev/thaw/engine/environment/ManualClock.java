package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that moves when it is told to. */
public final class ManualClock implements Clock {
  /** The date at which it begins. */
  public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private long nowNs;

  public void advance(Duration duration) {
    nowNs += duration.toNanos();
  }

  @Override
  public long nanoTime() {
    return nowNs;
  }

  @Override
  public Instant now() {
    return START.plusNanos(nowNs);
  }

  @Override
  public void sleep(Duration duration) {
    advance(duration);
  }
}

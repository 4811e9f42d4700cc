package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.provisioned.Provisioning;
import java.time.Duration;

/**
 * How environments are provisioned: who makes them, at which pace, how long each of them lives, and
 * the timer that it goes by. Paces and lifetimes are the clock's, on which also the requests per
 * second of what is provisioned count.
 */
public record Provisioner(
    Invoker invoker, Clock clock, Timer timer, Provisioning pace, Duration lifetime) {
  private static final int FASTEST = 60_000_000;

  /** Runs a task at an instant of the clock. */
  @FunctionalInterface
  public interface Timer {
    void at(long instantNs, Runnable task);
  }

  /** Lambda's own pace, and environments that live so long, both in platform time. */
  public static Provisioner on(PlatformTime time, Clock clock, Invoker invoker, Duration lifetime) {
    return new Provisioner(
        invoker,
        clock,
        (instantNs, task) -> time.at(time.platformNs(instantNs), task),
        scaled(Provisioning.DOCUMENTED, time),
        time.onClock(lifetime));
  }

  private static Provisioning scaled(Provisioning documented, PlatformTime time) {
    double perMinute = documented.perMinute() * time.scale();
    return new Provisioning(
        time.onClock(documented.preparation()),
        (int) Math.max(1, Math.min(FASTEST, Math.round(perMinute))),
        documented.attempts());
  }
}

package dev.thaw.engine.time;

import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Platform time: what passes while Lambda waits of itself, for retries, provisioning, polls, ages
 * and schedules. It goes {@code scale} times as fast as the clock, so that minutes of AWS's waiting
 * pass in seconds. Functions, callers and rates per second live on the clock and are never scaled.
 *
 * <p>Tasks run one after the other, on one thread, and must not block it.
 */
public final class PlatformTime implements AutoCloseable {
  private static final double MOST_NS = 0x1p62;

  private final Clock clock;
  private final double scale;
  private final long originNs;
  private final Instant originInstant;
  private final Timer timer;

  /** Runs tasks at instants of the clock, one after the other, until it is closed. */
  public interface Timer extends AutoCloseable {
    /** Runs the task at that instant of {@code nanoTime}, or at once if it has passed. */
    Cancellable at(long clockNs, Runnable task);

    @Override
    void close();
  }

  /** Platform time that begins now; a scale of 60 makes a minute of it pass in a second. */
  public PlatformTime(Clock clock, double scale) {
    this(clock, scale, new TimerThread(clock));
  }

  /** The same, with a timer that goes by that clock. */
  public PlatformTime(Clock clock, double scale, Timer timer) {
    this.clock = clock;
    this.scale = requirePositive(scale);
    this.originNs = clock.nanoTime();
    this.originInstant = clock.now();
    this.timer = timer;
  }

  private static double requirePositive(double scale) {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException("a platform time scale is greater than 0, not " + scale);
    }
    return scale;
  }

  /** How many times as fast as the clock it goes. */
  public double scale() {
    return scale;
  }

  /** Nanoseconds of platform time; the rules' "now". */
  public long nowNs() {
    return platformNs(clock.nanoTime());
  }

  /** That instant of the clock's {@code nanoTime} in platform time. */
  public long platformNs(long clockNs) {
    return (long) ((clockNs - originNs) * scale);
  }

  /** That date of the clock, past or to come, in platform time. */
  public long platformNs(Instant date) {
    return platformNs(clock.nanoTime() - Duration.between(date, clock.now()).toNanos());
  }

  /** The wall clock's date as the platform sees it: later than today by what it has gained. */
  public Instant now() {
    return instant(nowNs());
  }

  /** The date of an instant of platform time. */
  public Instant instant(long platformNs) {
    return originInstant.plusNanos(platformNs);
  }

  /** How long a platform wait takes on the clock. */
  public Duration onClock(Duration platform) {
    return Duration.ofNanos((long) (platform.toNanos() / scale));
  }

  /** Runs the task at that instant of platform time, or at once if it has passed. */
  public Cancellable at(long platformNs, Runnable task) {
    // What would be beyond the clock's range is not in anybody's lifetime.
    long sinceOriginNs = (long) Math.min(MOST_NS, Math.ceil(platformNs / scale));
    return timer.at(originNs + sinceOriginNs, task);
  }

  /** Runs the task after that wait of platform time. */
  public Cancellable after(Duration platform, Runnable task) {
    return at(nowNs() + platform.toNanos(), task);
  }

  /** A task that may be taken back. */
  @FunctionalInterface
  public interface Cancellable {
    void cancel();
  }

  /** Forgets every task that has not begun. */
  @Override
  public void close() {
    timer.close();
  }
}

package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The loop of all simulated environments: one thread that parks until shortly before a task is due
 * and spins the rest, because a parked thread wakes up to 0.1 ms late.
 */
final class PreciseLoop implements EnvironmentLoop, AutoCloseable {
  private static final long SPIN_NS = Duration.ofNanos(150_000).toNanos();

  private final Clock clock;
  private final Thread thread;
  private final Queue<Runnable> submitted = new ConcurrentLinkedQueue<>();
  private final TreeSet<Planned> planned =
      new TreeSet<>(Comparator.comparingLong(Planned::instantNs).thenComparingLong(Planned::order));
  private long order;
  private volatile boolean isClosed;

  PreciseLoop(Clock clock) {
    this.clock = clock;
    this.thread = new Thread(this::run, "simulated-environments");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    submitted.add(task);
    LockSupport.unpark(thread);
  }

  @Override
  public Cancellable at(long instantNs, Runnable task) {
    var entry = new Planned(instantNs, order++, task);
    planned.add(entry);
    return () -> planned.remove(entry);
  }

  private void run() {
    while (!isClosed) {
      for (var task = submitted.poll(); task != null; task = submitted.poll()) {
        task.run();
      }
      if (planned.isEmpty()) {
        LockSupport.park(this);
      } else {
        approach(planned.first());
      }
    }
  }

  private void approach(Planned next) {
    long leftNs = next.instantNs() - clock.nanoTime();
    if (leftNs <= 0) {
      planned.remove(next);
      next.task().run();
    } else if (leftNs > SPIN_NS) {
      LockSupport.parkNanos(this, leftNs - SPIN_NS);
    } else {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(thread);
  }

  private record Planned(long instantNs, long order, Runnable task) {}
}

package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.ProvisionedEnvironment;
import dev.thaw.rules.provisioned.ProvisionedPool;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import dev.thaw.rules.provisioned.UtilizationMetric;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The provisioned environments of one version: started and replaced as {@link ProvisionedPool}
 * says, each of them idle, busy or gone. Guarded by the account's lock: those methods take it that
 * timers and environments call, all others are called with it.
 */
final class Provision {
  private final Object lock;
  private final FunctionVersion version;
  private final Provisioner provisioner;
  private final Runnable settled;
  private final ProvisionedPool pool;
  private final UtilizationMetric utilization = new UtilizationMetric();
  private final ArrayDeque<Unit> idle = new ArrayDeque<>();
  private boolean isPlanned;
  private long plannedNs;

  /** {@code settled} runs when a request is ready or has failed. */
  Provision(Object lock, FunctionVersion version, Provisioner provisioner, Runnable settled) {
    this.lock = lock;
    this.version = version;
    this.provisioner = provisioner;
    this.settled = settled;
    this.pool = new ProvisionedPool(provisioner.pace(), nowNs());
  }

  /** One of the environments. */
  final class Unit {
    private @Nullable ProvisionedEnvironment environment;
    private boolean isLast;

    ProvisionedEnvironment environment() {
      if (environment == null) {
        throw new IllegalStateException("the environment is not initialised yet");
      }
      return environment;
    }

    private void lost() {
      synchronized (lock) {
        replaceIdle(this);
      }
    }

    private void hasLived() {
      synchronized (lock) {
        isLast = true;
        replaceIdle(this);
      }
    }

    /** Its invocation has ended, or never began. */
    void release() {
      if (isLast || !environment().isIntact()) {
        pool.lose(nowNs());
        environment().end();
        plan();
      } else {
        giveBack();
      }
    }

    private void giveBack() {
      if (pool.release()) {
        idle.push(this);
      } else {
        environment().end();
      }
    }
  }

  private long nowNs() {
    return provisioner.clock().nanoTime();
  }

  /** Takes an idle environment for an invocation; null when it spills over. */
  @Nullable Unit take(boolean isAsync) {
    boolean isTaken = isAsync ? pool.takeAsync() : pool.take(nowNs());
    return isTaken ? idle.pop() : null;
  }

  /** An invocation begins on an environment that was taken. */
  void begin() {
    utilization.add(pool.utilization());
  }

  /** Requests so many in all. */
  void request(int count) {
    for (int ended = pool.request(count, nowNs()); ended > 0; ended--) {
      idle.removeLast().environment().end();
    }
    plan();
    tellIfSettled();
  }

  private void plan() {
    var nextNs = pool.nextStartNs();
    if (nextNs.isPresent() && (!isPlanned || nextNs.orElseThrow() - plannedNs < 0)) {
      isPlanned = true;
      plannedNs = nextNs.orElseThrow();
      provisioner.timer().at(plannedNs, this::start);
    }
  }

  private void start() {
    int count;
    synchronized (lock) {
      isPlanned = false;
      count = pool.start(nowNs());
      plan();
    }
    for (int i = 0; i < count; i++) {
      initialise();
    }
  }

  private void initialise() {
    var unit = new Unit();
    var unused =
        provisioner
            .invoker()
            .provision(version, unit::lost)
            .whenComplete(
                (environment, failure) -> {
                  if (failure == null) {
                    initialised(unit, environment);
                  } else {
                    failed();
                  }
                });
  }

  private void initialised(Unit unit, ProvisionedEnvironment environment) {
    synchronized (lock) {
      unit.environment = environment;
      if (pool.initialised(nowNs())) {
        idle.push(unit);
        provisioner.timer().at(nowNs() + provisioner.lifetime().toNanos(), unit::hasLived);
        tellIfSettled();
      } else {
        environment.end();
      }
    }
  }

  private void failed() {
    synchronized (lock) {
      pool.failed();
      while (idle.size() + pool.busy() > pool.allocated()) {
        idle.removeLast().environment().end();
      }
      plan();
      tellIfSettled();
    }
  }

  private void tellIfSettled() {
    if (pool.status() != ProvisionedStatus.IN_PROGRESS) {
      settled.run();
    }
  }

  private void replaceIdle(Unit unit) {
    if (idle.remove(unit)) {
      pool.recycle(nowNs());
      unit.environment().end();
      plan();
    }
  }

  FunctionVersion version() {
    return version;
  }

  ProvisionedPool pool() {
    return pool;
  }

  /** Ends a minute: its average utilization, NaN when there was no invocation. */
  double endMinute() {
    return utilization.end();
  }
}

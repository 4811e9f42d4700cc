package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.FunctionConcurrency;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import dev.thaw.rules.provisioned.ProvisionedPool;
import dev.thaw.rules.provisioned.UtilizationMetric;
import java.util.ArrayDeque;
import java.util.function.LongConsumer;

/**
 * A function's provisioned environments on simulated time: one that is ready and idle serves, those
 * that are requested are started and initialised, and those that have lived their time, or whose
 * invocation timed out, are replaced.
 */
final class Provisioned {
  private final FunctionParts parts;
  private final FunctionConcurrency concurrency;
  private final ProvisionedPool pool;
  private final ProvisionedLifetime lifetime;
  private final ProvisionedKept kept;
  private final Lifespans lifespans = new Lifespans();
  private final UtilizationMetric utilization = new UtilizationMetric();
  private final ArrayDeque<ProvisionedEnvironment> idle = new ArrayDeque<>();
  private final Reminder start;

  /** With as many that are ready at the start as are set aside, of any age. */
  Provisioned(
      FunctionParts parts,
      FunctionConcurrency concurrency,
      Concurrency setAside,
      ProvisionedLifetime lifetime) {
    this.parts = parts;
    this.concurrency = concurrency;
    this.pool = ProvisionedPool.ready(setAside.provisioning(), setAside.provisioned(), 0);
    this.lifetime = lifetime;
    this.kept = new ProvisionedKept(parts.meter().requested);
    this.start = new Reminder(parts.timeline(), this::start);
    concurrency.provision(setAside.provisioned(), 0);
    kept.change(setAside.provisioned(), 0);
    for (int k = 0; k < setAside.provisioned(); k++) {
      add(0, lifetime.remainingNs());
    }
    measure();
  }

  /**
   * Takes an idle environment for an invocation that arrives now; if there is none, or it is one
   * too many for their requests per second, the invocation spills over.
   */
  boolean take(long nowNs) {
    return pool.take(nowNs);
  }

  /** The same for an asynchronous one, to which requests per second do not count. */
  boolean takeAsync() {
    return pool.takeAsync();
  }

  /** A synchronous invocation, on the environment that was taken for it. */
  Admission invoke(long nowNs, Counts counts) {
    var admission = concurrency.admitProvisioned(nowNs);
    if (admission == Admission.ADMITTED) {
      utilization.add(pool.utilization());
      run(idle.pop(), nowNs, counts);
    } else {
      pool.release();
    }
    return admission;
  }

  /** The same of an asynchronous one. */
  Admission invokeAsync(long nowNs, Counts counts) {
    utilization.add(pool.utilization());
    run(idle.pop(), nowNs, counts);
    return Admission.ADMITTED;
  }

  private void run(ProvisionedEnvironment environment, long nowNs, Counts counts) {
    environment.busy();
    long durationNs = parts.times().warmNs();
    parts.last().isTimeout = parts.times().isTimeout(durationNs);
    if (parts.last().isTimeout) {
      durationNs = parts.times().cut(durationNs);
      environment.last();
      counts.timeout();
    }
    parts.bill().provisioned(durationNs);
    counts.provisioned(durationNs + parts.times().roundTripNs());
    lifespans.busy(durationNs);
    measure();
    parts.last().entryNs = nowNs;
    parts.last().endNs = nowNs + durationNs;
    parts.timeline().end(parts.last().endNs, environment);
  }

  /** An environment's invocation has ended. */
  void release(ProvisionedEnvironment environment, long nowNs) {
    parts.meter().advance(nowNs);
    if (environment.isLast()) {
      pool.lose(nowNs);
      end(environment, nowNs);
      arrangeStart();
    } else if (pool.release()) {
      environment.idle();
      idle.push(environment);
    } else {
      end(environment, nowNs);
    }
    measure();
  }

  /** An environment has lived its time. */
  void retire(ProvisionedEnvironment environment, long nowNs) {
    if (environment.isIdle()) {
      parts.meter().advance(nowNs);
      idle.remove(environment);
      pool.recycle(nowNs);
      end(environment, nowNs);
      arrangeStart();
      measure();
    } else {
      environment.last();
    }
  }

  /** Requests so many in all. What the account refuses is left as it is, until the next request. */
  void request(int count, long nowNs) {
    int before = pool.requested();
    if (count == before || !isGranted(count - before, nowNs)) {
      return;
    }
    parts.meter().advance(nowNs);
    for (int ended = pool.request(count, nowNs); ended > 0; ended--) {
      end(idle.removeLast(), nowNs);
    }
    kept.change(count, nowNs);
    arrangeStart();
    measure();
  }

  private boolean isGranted(int change, long nowNs) {
    try {
      concurrency.provision(change, nowNs);
      return true;
    } catch (RefusedConcurrencyException e) {
      return false;
    }
  }

  private void arrangeStart() {
    pool.nextStartNs().ifPresent(start::at);
  }

  private void start(long nowNs) {
    for (int started = pool.start(nowNs); started > 0; started--) {
      initialise(nowNs);
    }
    arrangeStart();
  }

  /** An init beyond its limit has failed, and is billed until then. */
  private void initialise(long nowNs) {
    long drawnNs = parts.times().provisionedInitNs();
    long initNs = Math.min(drawnNs, parts.times().provisionedInitLimitNs());
    parts.bill().provisionedInit(initNs);
    long endNs = nowNs + parts.times().provisionedHiddenNs() + initNs;
    LongConsumer end = initNs < drawnNs ? this::failed : this::initialised;
    new Reminder(parts.timeline(), end).at(endNs);
  }

  private void failed(long nowNs) {
    parts.meter().advance(nowNs);
    pool.failed();
    while (idle.size() + pool.busy() > pool.allocated()) {
      end(idle.removeLast(), nowNs);
    }
    arrangeStart();
    measure();
  }

  private void initialised(long nowNs) {
    if (pool.initialised(nowNs)) {
      parts.meter().advance(nowNs);
      add(nowNs, lifetime.wholeNs());
      measure();
    }
  }

  private void add(long nowNs, long remainingNs) {
    var environment = new ProvisionedEnvironment(this, nowNs);
    lifespans.created(nowNs);
    idle.push(environment);
    if (remainingNs < parts.timeline().endNs() - nowNs) {
      new Reminder(parts.timeline(), atNs -> retire(environment, atNs)).at(nowNs + remainingNs);
    }
  }

  private void end(ProvisionedEnvironment environment, long nowNs) {
    environment.ended();
    lifespans.ended(environment.createdNs(), nowNs);
  }

  private void measure() {
    parts.meter().provisioned.set(pool.available());
    parts.meter().provisionedRunning.set(pool.busy());
  }

  /** An environment will be busy for so long when the simulation has ended. */
  void leftRunning(long beyondNs) {
    lifespans.leftRunning(beyondNs);
  }

  /** Ends a minute: its average utilization, NaN when there was no invocation. */
  double endMinute() {
    return utilization.end();
  }

  ProvisionedPool pool() {
    return pool;
  }

  Lifespans lifespans() {
    return lifespans;
  }

  /** The seconds for which environments were kept, all of them taken together. */
  double keptSeconds() {
    return kept.seconds();
  }
}

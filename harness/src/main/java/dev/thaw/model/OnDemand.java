package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.FunctionConcurrency;
import dev.thaw.rules.environment.Course;
import dev.thaw.rules.environment.InvocationEnd;
import dev.thaw.rules.environment.WarmPool;

/**
 * A function's on-demand environments on simulated time: an invocation that is admitted takes an
 * idle one or has one started, and its environment is busy until the timeline ends it.
 */
final class OnDemand {
  private final Timeline timeline;
  private final FunctionConcurrency concurrency;
  private final InvocationTimes times;
  private final WarmPool<Environment> pool;
  private final Meter meter;
  private final Bill bill;
  private final Lifespans lifespans = new Lifespans();
  private final LastInvocation last;
  private final Reminder expiryCheck;

  OnDemand(FunctionParts parts, FunctionConcurrency concurrency, WarmPool<Environment> pool) {
    this.timeline = parts.timeline();
    this.times = parts.times();
    this.meter = parts.meter();
    this.bill = parts.bill();
    this.last = parts.last();
    this.concurrency = concurrency;
    this.pool = pool;
    this.expiryCheck = new Reminder(timeline, this::expire);
  }

  /** A synchronous invocation, which is served or throttled at once. */
  Admission invoke(long nowNs, Counts counts) {
    var admission = concurrency.admit(nowNs);
    return admission == Admission.ADMITTED ? serve(nowNs, counts) : admission;
  }

  /** An invocation from the event queue, which is served or throttled at once. */
  Admission invokeAsync(long nowNs, Counts counts) {
    var admission = concurrency.admitAsync();
    return admission == Admission.ADMITTED ? serve(nowNs, counts) : admission;
  }

  private Admission serve(long nowNs, Counts counts) {
    last.isTimeout = false;
    var idle = pool.take(nowNs);
    if (idle != null) {
      warm(idle.environment(), nowNs, counts);
      return Admission.ADMITTED;
    }
    var growth = concurrency.grow(nowNs);
    if (growth == Admission.ADMITTED) {
      cold(nowNs, counts);
    } else {
      concurrency.end();
    }
    return growth;
  }

  private void warm(Environment environment, long nowNs, Counts counts) {
    meter.idle.add(-1);
    if (environment.takeReset()) {
      var course = times.afterReset();
      end(course, environment, counts);
      counts.warm(course.waitNs() + times.roundTripNs());
      run(environment, nowNs, course.waitNs(), course.durationNs());
      return;
    }
    long durationNs = times.warmNs();
    if (times.isTimeout(durationNs)) {
      durationNs = times.cut(durationNs);
      timeout(environment, counts);
    }
    bill.onDemand(durationNs, 0);
    counts.warm(durationNs + times.roundTripNs());
    run(environment, nowNs, durationNs, durationNs);
  }

  private void cold(long nowNs, Counts counts) {
    var environment = new Environment(this, pool, nowNs);
    lifespans.created(nowNs);
    meter.countCold();
    var course = times.cold();
    end(course, environment, counts);
    long busyNs = times.hiddenNs() + course.waitNs();
    counts.cold(busyNs + times.roundTripNs());
    run(environment, nowNs, busyNs, course.durationNs());
    meter.countMost();
  }

  private void end(Course course, Environment environment, Counts counts) {
    bill.onDemand(course.durationNs(), course.initNs().orElse(0));
    if (course.end() == InvocationEnd.TIMEOUT) {
      timeout(environment, counts);
    }
  }

  /** The timeout has ended an invocation, and stopped its environment's runtime. */
  private void timeout(Environment environment, Counts counts) {
    last.isTimeout = true;
    environment.reset();
    counts.timeout();
  }

  private void run(Environment environment, long nowNs, long busyNs, long durationNs) {
    meter.running.add(1);
    lifespans.busy(busyNs);
    last.endNs = nowNs + busyNs;
    last.entryNs = last.endNs - durationNs;
    timeline.end(last.endNs, environment);
  }

  /** An environment's invocation has ended. */
  void release(Environment environment, long nowNs) {
    meter.advance(nowNs);
    meter.running.add(-1);
    concurrency.end();
    if (pool.release(environment.entry(), nowNs)) {
      meter.idle.add(1);
      expiryCheck.at(pool.nextExpiryNs());
    } else {
      lifespans.ended(environment.entry().createdNs(), nowNs);
    }
  }

  /** Removes idle environments at the very instants at which they have had their time. */
  private void expire(long nowNs) {
    meter.advance(nowNs);
    for (var expired : pool.expire(nowNs)) {
      meter.idle.add(-1);
      lifespans.ended(expired.createdNs(), nowNs);
    }
    if (pool.idle() > 0) {
      expiryCheck.at(pool.nextExpiryNs());
    }
  }

  /** An environment will be busy for so long when the simulation has ended. */
  void leftRunning(long beyondNs) {
    lifespans.leftRunning(beyondNs);
  }

  Lifespans lifespans() {
    return lifespans;
  }
}

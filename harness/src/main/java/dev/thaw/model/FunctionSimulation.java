package dev.thaw.model;

import dev.thaw.model.Draws.Purpose;
import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.environment.WarmPool;

/** One function of a scenario on simulated time: its load, its environments and what is counted. */
final class FunctionSimulation {
  private static final double NS_PER_SECOND = 1e9;

  private final SimulatedFunction function;
  private final long endNs;
  private final Meter meter;
  private final Bill bill;
  private final OnDemand onDemand;
  private final Lifespans lifespans = new Lifespans();
  private final Counts counted = new Counts();
  private final Counts queuedOnes = new Counts();
  private final Counts warmUp = new Counts();
  private final FunctionParts parts;
  private final QueuedLoads queued;

  FunctionSimulation(
      Scenario scenario, SimulatedFunction function, Account account, Timeline timeline) {
    this.function = function;
    this.endNs = timeline.endNs();
    this.meter = new Meter(new Windows(endNs, scenario.windows()));
    this.bill = new Bill(function.memory());
    var draws = new Draws(scenario.seed(), function.name());
    var times = new InvocationTimes(function.times(), function.timeout(), draws);
    this.parts =
        new FunctionParts(timeline, times, meter, bill, lifespans, new LastInvocation());
    this.queued = new QueuedLoads(draws);
    var pool = new WarmPool<Environment>(function.retention(), draws.of(Purpose.KEEP_ALIVE));
    this.onDemand = new OnDemand(parts, account.function(0), pool);
    function.loads().forEach(load -> timeline.add(source(load)));
  }

  private ArrivalSource source(Load load) {
    var counts = load.isCounted() ? counted : warmUp;
    if (load instanceof Load.Sync sync) {
      return new SyncSource(sync, this, counts);
    }
    var queuedCounts = load.isCounted() ? queuedOnes : warmUp;
    return queuedSource(load, new Invoker(this, parts.last(), queuedCounts));
  }

  private ArrivalSource queuedSource(Load load, Invoker invoker) {
    if (load instanceof Load.Async async) {
      return queued.add(async, invoker, parts);
    }
    if (load instanceof Load.Stream stream) {
      return queued.add(stream, invoker, parts);
    }
    return queued.add((Load.Queue) load, invoker, parts);
  }

  /** A synchronous invocation arrives: it is served or throttled at once. */
  Admission invoke(long nowNs, Counts counts) {
    countArrival(nowNs, counts);
    return counted(onDemand.invoke(nowNs, counts), counts);
  }

  /** The same of Lambda's event queue, to which requests per second do not count. */
  Admission invokeAsync(long nowNs, Counts counts) {
    countArrival(nowNs, counts);
    return counted(onDemand.invokeAsync(nowNs, counts), counts);
  }

  private void countArrival(long nowNs, Counts counts) {
    meter.advance(nowNs);
    meter.countArrival();
    counts.arrival();
  }

  private Admission counted(Admission admission, Counts counts) {
    if (admission != Admission.ADMITTED) {
      meter.countThrottle(admission);
      counts.throttle(admission);
    }
    return admission;
  }

  /** Whether nothing may be invoked at all. */
  boolean isReservedZero() {
    var reserved = function.concurrency().reserved();
    return reserved != null && reserved == 0;
  }

  /** What was found when the timeline has ended; the books are checked. */
  FunctionOutcome outcome() {
    meter.close();
    var tally = counted.tally().plus(queuedOnes.tally());
    new Books(function.name(), tally, warmUp.tally(), meter, lifespans).check(endNs);
    return new FunctionOutcome(
        function.name(),
        tally,
        counted.client(),
        counted.coldClient(),
        counted.warmClient(),
        meter.environments(lifespans),
        bill.usage(meter.provisioned.integralNs() / NS_PER_SECOND),
        meter.series(),
        queued.outcomes());
  }
}

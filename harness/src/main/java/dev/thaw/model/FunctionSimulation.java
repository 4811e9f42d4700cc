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
  private final Counts warmUp = new Counts();

  FunctionSimulation(
      Scenario scenario, SimulatedFunction function, Account account, Timeline timeline) {
    this.function = function;
    this.endNs = timeline.endNs();
    this.meter = new Meter(new Windows(endNs, scenario.windows()));
    this.bill = new Bill(function.memory());
    var draws = new Draws(scenario.seed(), function.name());
    var times = new InvocationTimes(function.times(), function.timeout(), draws);
    var parts = new FunctionParts(timeline, times, meter, bill, lifespans);
    var pool = new WarmPool<Environment>(function.retention(), draws.of(Purpose.KEEP_ALIVE));
    this.onDemand = new OnDemand(parts, account.function(0), pool);
    function.loads().forEach(load -> timeline.add(source(load)));
  }

  private ArrivalSource source(Load load) {
    var counts = load.isCounted() ? counted : warmUp;
    if (load instanceof Load.Sync sync) {
      return new SyncSource(sync, this, counts);
    }
    throw new IllegalStateException("no source of " + load);
  }

  /** A synchronous invocation arrives: it is served or throttled at once. */
  void invoke(long nowNs, Counts counts) {
    meter.advance(nowNs);
    meter.countArrival();
    counts.arrival();
    var admission = onDemand.invoke(nowNs, counts);
    if (admission != Admission.ADMITTED) {
      meter.countThrottle(admission);
      counts.throttle(admission);
    }
  }

  /** What was found when the timeline has ended; the books are checked. */
  FunctionOutcome outcome() {
    meter.close();
    new Books(function.name(), counted.tally(), warmUp.tally(), meter, lifespans).check(endNs);
    return new FunctionOutcome(
        function.name(),
        counted.tally(),
        counted.client(),
        counted.coldClient(),
        counted.warmClient(),
        meter.environments(lifespans),
        bill.usage(meter.provisioned.integralNs() / NS_PER_SECOND),
        meter.series());
  }
}

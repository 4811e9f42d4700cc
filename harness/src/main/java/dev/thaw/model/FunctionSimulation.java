package dev.thaw.model;

import dev.thaw.model.Draws.Purpose;
import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.FunctionConcurrency;
import dev.thaw.rules.environment.WarmPool;

/** One function of a scenario on simulated time: its load, its environments and what is counted. */
final class FunctionSimulation {
  private final SimulatedFunction function;
  private final FunctionParts parts;
  private final OnDemand onDemand;
  private final Provisioned provisioned;
  private final Counts counted = new Counts();
  private final Counts warmUp = new Counts();

  FunctionSimulation(SimulatedFunction function, FunctionParts parts, Draws draws, Account account) {
    this.function = function;
    this.parts = parts;
    var concurrency = concurrency(account);
    var setAside = function.concurrency();
    var retention = function.retention();
    var lifetime = new ProvisionedLifetime(retention, draws.of(Purpose.PROVISIONED_AGE));
    this.onDemand =
        new OnDemand(parts, concurrency, new WarmPool<>(retention, draws.of(Purpose.KEEP_ALIVE)));
    this.provisioned = new Provisioned(parts, concurrency, setAside, lifetime);
    var scaling = setAside.scaling();
    if (scaling != null) {
      new ProvisionedAutoscaler(parts.timeline(), provisioned, scaling).begin();
    }
    function.loads().forEach(load -> parts.timeline().add(source(load)));
  }

  static FunctionSimulation of(
      Scenario scenario, SimulatedFunction function, Account account, Timeline timeline) {
    var draws = new Draws(scenario.seed(), function.name());
    var parts =
        new FunctionParts(
            timeline,
            new InvocationTimes(function.times(), function.timeout(), draws),
            new Meter(new Windows(timeline.endNs(), scenario.windows())),
            new Bill(function.memory()));
    return new FunctionSimulation(function, parts, draws, account);
  }

  private FunctionConcurrency concurrency(Account account) {
    var concurrency = account.function(0);
    var reserved = function.concurrency().reserved();
    if (reserved != null) {
      concurrency.reserve(reserved, 0);
    }
    return concurrency;
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
    parts.meter().advance(nowNs);
    parts.meter().countArrival();
    counts.arrival();
    var admission =
        provisioned.take(nowNs)
            ? provisioned.invoke(nowNs, counts)
            : onDemand.invoke(nowNs, counts);
    if (admission != Admission.ADMITTED) {
      parts.meter().countThrottle(admission);
      counts.throttle(admission);
    }
  }

  /** What was found when the timeline has ended; the books are checked. */
  FunctionOutcome outcome() {
    parts.meter().close();
    var books = new Books(function.name(), parts.meter());
    books.checkInvocations(counted.tally(), warmUp.tally());
    books.checkEnvironments(onDemand.lifespans(), provisioned.lifespans());
    return new FunctionOutcome(
        function.name(),
        counted.tally(),
        counted.client(),
        counted.coldClient(),
        counted.warmClient(),
        parts.meter().environments(onDemand.lifespans()),
        parts.bill().usage(provisioned.keptSeconds()),
        parts.meter().series());
  }
}

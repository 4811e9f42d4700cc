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
  private final Counts queuedOnes = new Counts();
  private final Counts warmUp = new Counts();
  private final QueuedLoads queued;

  FunctionSimulation(
      SimulatedFunction function, FunctionParts parts, Draws draws, Account account) {
    this.function = function;
    this.parts = parts;
    this.queued = new QueuedLoads(draws);
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
            new Bill(function.memory()),
            new LastInvocation());
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
    var admission =
        provisioned.take(nowNs)
            ? provisioned.invoke(nowNs, counts)
            : onDemand.invoke(nowNs, counts);
    return counted(admission, counts);
  }

  /** The same of a batch with so many pieces of work. */
  Admission invokeBatch(long nowNs, int works, Counts counts) {
    parts.times().works(works);
    var admission = invoke(nowNs, counts);
    parts.times().works(1);
    return admission;
  }

  /** The same of Lambda's event queue, to which requests per second do not count. */
  Admission invokeAsync(long nowNs, Counts counts) {
    countArrival(nowNs, counts);
    var admission =
        provisioned.takeAsync()
            ? provisioned.invokeAsync(nowNs, counts)
            : onDemand.invokeAsync(nowNs, counts);
    return counted(admission, counts);
  }

  private void countArrival(long nowNs, Counts counts) {
    parts.meter().advance(nowNs);
    parts.meter().countArrival();
    counts.arrival();
  }

  private Admission counted(Admission admission, Counts counts) {
    if (admission != Admission.ADMITTED) {
      parts.meter().countThrottle(admission);
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
    parts.meter().close();
    var tally = counted.tally().plus(queuedOnes.tally());
    var books = new Books(function.name(), parts.meter());
    books.checkInvocations(tally, warmUp.tally());
    books.checkEnvironments(onDemand.lifespans(), provisioned.lifespans());
    return new FunctionOutcome(
        function.name(),
        tally,
        counted.client(),
        counted.coldClient(),
        counted.warmClient(),
        parts.meter().environments(onDemand.lifespans()),
        parts.bill().usage(provisioned.keptSeconds()),
        parts.meter().series(),
        queued.outcomes());
  }
}

package dev.thaw.experiment.bench;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.Memory;
import dev.thaw.load.SimulatedTimes;
import dev.thaw.stats.Sample;
import dev.thaw.target.Deployment;
import dev.thaw.target.EndpointTarget;
import dev.thaw.target.FunctionSettings;
import dev.thaw.target.Packages;
import dev.thaw.target.SetAside;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Whether the throttles of one function slow another one: a victim's latency alone, and while
 * another function, at its reserved concurrency, is asked for ten times as much as that lets
 * through. Both are simulated, on an engine in a process of its own; stretches with and without
 * alternate.
 */
public record IsolationBench(Path home, Clock clock) {
  private static final double NS_PER_MS = 1e6;
  private static final int STRETCHES = 5;
  private static final Duration STRETCH = Duration.ofSeconds(4);
  private static final double QUANTILE = 0.99;

  /** Ten at once of 100 ms each: 100 a second. */
  private static final int LIMIT = 10;

  private static final String LIMITED_TIMES = "init: constant 100 ms; service: constant 100 ms";
  private static final double OVERLOAD_PER_SECOND = 1000;
  private static final int OVERLOAD_CONNECTIONS = 24;
  private static final String VICTIM_TIMES = "init: constant 100 ms; service: constant 20 ms";
  private static final double VICTIM_PER_SECOND = 100;
  private static final int VICTIM_CONNECTIONS = 8;

  public Measured run() throws IOException {
    try (var serve = ServeProcess.thaw(home, clock)) {
      var target = EndpointTarget.of(serve.endpoint(), Map.of());
      try (var deployment = new Deployment(target, clock)) {
        var victim = deploy(deployment, "victim", VICTIM_TIMES, SetAside.NONE);
        var limited = deploy(deployment, "limited", LIMITED_TIMES, new SetAside(LIMIT, 0));
        return measure(
            address(serve, victim, VICTIM_PER_SECOND, VICTIM_CONNECTIONS),
            address(serve, limited, OVERLOAD_PER_SECOND, OVERLOAD_CONNECTIONS));
      }
    }
  }

  private String deploy(Deployment deployment, String variant, String times, SetAside aside) {
    var sample = FunctionSettings.sample();
    var settings =
        new FunctionSettings(
            sample.packageSource(),
            sample.runtime(),
            sample.handler(),
            new Memory(128),
            sample.timeout(),
            Map.of(SimulatedTimes.VARIABLE, times),
            sample.logFormat(),
            aside);
    var zip = new Packages(home, home).read(sample.packageSource());
    return deployment.deploy("isolation", variant, settings, zip).name();
  }

  private PacedLoad address(
      ServeProcess serve, String function, double perSecond, int connections) {
    URI target = serve.endpoint().resolve("/2015-03-31/functions/" + function + "/invocations");
    return new PacedLoad(target, perSecond, connections, STRETCH, clock);
  }

  private Measured measure(PacedLoad victim, PacedLoad overload) throws IOException {
    var alone = new ArrayList<long[]>();
    var beside = new ArrayList<long[]>();
    long throttled = 0;
    // The first stretch of each kind warms everything up.
    for (int stretch = 0; stretch <= STRETCHES; stretch++) {
      boolean counts = stretch > 0;
      add(alone, victim.run().latenciesNs(), counts);
      var both = Together.<PacedLoad.Outcome>run(List.of(victim::run, overload::run));
      add(beside, both.get(0).latenciesNs(), counts);
      throttled += counts ? both.get(1).throttled() : 0;
    }
    double seconds = STRETCHES * (double) STRETCH.toSeconds();
    return new Measured(
        "a neighbour's p99 under throttling",
        "ms",
        p99Ms(alone),
        p99Ms(beside),
        (int) (seconds * VICTIM_PER_SECOND),
        ("%.0f/s of 20 ms, simulated; while another function gets %.0f/s at its limit of %d, of which"
                + " %.0f/s are throttled / alone")
            .formatted(VICTIM_PER_SECOND, OVERLOAD_PER_SECOND, LIMIT, throttled / seconds));
  }

  private static void add(List<long[]> stretches, long[] latenciesNs, boolean counts) {
    if (counts) {
      stretches.add(latenciesNs);
    }
  }

  private static double p99Ms(List<long[]> stretches) {
    var all = stretches.stream().flatMapToLong(LongStream::of);
    return Sample.of(all.asDoubleStream()).quantile(QUANTILE) / NS_PER_MS;
  }
}

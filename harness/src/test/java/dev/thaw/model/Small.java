package dev.thaw.model;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small function of 1 GB to simulate, changed step by step, in ten windows and with seed 1. */
record Small(
    String name,
    ServiceTimes times,
    @Nullable Duration timeout,
    Duration keepAlive,
    Duration lifetime,
    Concurrency concurrency,
    List<Load> loads) {

  /** One that always takes that long, cold or warm, and is kept for a minute. */
  static Small function(String time) {
    var distribution = Distribution.parse("constant " + time);
    return new Small(
        "f",
        ServiceTimes.ofDurations(distribution, distribution),
        null,
        Duration.ofMinutes(1),
        Retention.UNLIMITED,
        Concurrency.ON_DEMAND,
        List.of());
  }

  Small named(String other) {
    return new Small(other, times, timeout, keepAlive, lifetime, concurrency, loads);
  }

  Small taking(ServiceTimes other) {
    return new Small(name, other, timeout, keepAlive, lifetime, concurrency, loads);
  }

  Small endedAfter(Duration other) {
    return new Small(name, times, other, keepAlive, lifetime, concurrency, loads);
  }

  Small keptFor(int seconds) {
    return new Small(
        name, times, timeout, Duration.ofSeconds(seconds), lifetime, concurrency, loads);
  }

  Small livingFor(Duration other) {
    return new Small(name, times, timeout, keepAlive, other, concurrency, loads);
  }

  Small reserving(int reserved) {
    return with(new Concurrency(reserved, 0));
  }

  Small with(Concurrency other) {
    return new Small(name, times, timeout, keepAlive, lifetime, other, loads);
  }

  Small under(String arrivals) {
    return under(arrivals, 0);
  }

  Small under(String arrivals, int startSeconds) {
    return under(arrivals, startSeconds, true);
  }

  Small warmedUpBy(String arrivals, int startSeconds) {
    return under(arrivals, startSeconds, false);
  }

  private Small under(String arrivals, int startSeconds, boolean isCounted) {
    var more = new ArrayList<>(loads);
    more.add(
        new Load.Sync(
            ArrivalProcess.parse(arrivals), Duration.ofSeconds(startSeconds), 1, isCounted));
    return new Small(name, times, timeout, keepAlive, lifetime, concurrency, more);
  }

  private SimulatedFunction simulatedFunction() {
    var retention =
        new Retention(KeepAlive.fixed(keepAlive), lifetime, Placement.MOST_RECENTLY_USED);
    return new SimulatedFunction(
        name, new Memory(1024), times, timeout, retention, concurrency, loads);
  }

  Scenario scenario(int account, int seconds) {
    return scenario(account, seconds, List.of(this));
  }

  private static Scenario scenario(int account, int seconds, List<Small> functions) {
    return new Scenario(
        account,
        functions.stream().map(Small::simulatedFunction).toList(),
        Duration.ofSeconds(seconds),
        10,
        1);
  }

  FunctionOutcome simulated(int account, int seconds) {
    return simulated(account, seconds, List.of(this)).get(0);
  }

  static List<FunctionOutcome> simulated(int account, int seconds, List<Small> functions) {
    return Simulation.run(scenario(account, seconds, functions)).functions();
  }
}

package dev.thaw.model;

import dev.thaw.rules.concurrency.Account;
import java.util.ArrayList;

/**
 * The reference model: runs a {@link Scenario} on simulated time, by the rules that the engine runs
 * on the wall clock, too.
 */
public final class Simulation {
  private Simulation() {}

  /** Simulates a scenario to its end. */
  public static Outcome run(Scenario scenario) {
    var timeline = new Timeline(scenario.duration().toNanos());
    var account = new Account(scenario.accountConcurrency(), 0);
    var functions = new ArrayList<FunctionSimulation>();
    for (var function : scenario.functions()) {
      functions.add(FunctionSimulation.of(scenario, function, account, timeline));
    }
    timeline.run();
    return new Outcome(
        scenario.duration(), functions.stream().map(FunctionSimulation::outcome).toList());
  }
}

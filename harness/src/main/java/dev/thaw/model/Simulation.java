package dev.thaw.model;

/**
 * The reference model: runs a {@link Scenario} on simulated time, by the rules that the engine runs
 * on the wall clock, too.
 */
public final class Simulation {
  private final Scenario scenario;

  private Simulation(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Simulates a scenario to its end. */
  public static Outcome run(Scenario scenario) {
    return new Simulation(scenario).toTheEnd();
  }

  private Outcome toTheEnd() {
    throw new UnsupportedOperationException("under construction: " + scenario);
  }
}

package dev.thaw.gatling;

import io.gatling.javaapi.core.Simulation;

/** A worker whose generator breaks for a reason that nobody foresaw. */
public final class CrashingSimulation extends Simulation {
  /** Found by Gatling. */
  public CrashingSimulation() {
    var events = new EventLines(System.out);
    setUp(new GeneratorRun(CrashingSimulation::crash, events).population());
  }

  private static Generator crash() {
    throw new IllegalStateException("out of luck");
  }
}

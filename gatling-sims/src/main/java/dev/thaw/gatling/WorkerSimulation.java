package dev.thaw.gatling;

import io.gatling.javaapi.core.Simulation;

/**
 * Invokes Lambda functions as another program orders: orders come as lines on standard input,
 * events go as lines to standard output, and everything else that is printed goes to standard
 * error.
 *
 * @see dev.thaw.load.GeneratorOrder
 * @see dev.thaw.load.GeneratorEvent
 */
public final class WorkerSimulation extends Simulation {
  /** Found by Gatling. */
  public WorkerSimulation() {
    var events = new EventLines(System.out);
    System.setOut(System.err);
    var stop = new StopSignal();
    var orders = OrderLines.read(System.in, stop);
    var generator = new Generator(orders, stop, events, System.getenv());
    setUp(new GeneratorRun(() -> generator, events).population());
  }
}

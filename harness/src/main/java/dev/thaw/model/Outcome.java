package dev.thaw.model;

import java.time.Duration;
import java.util.List;

/**
 * What a simulation found, for each function in the scenario's order. Its books were checked: see
 * {@link Books}.
 */
public record Outcome(Duration duration, List<FunctionOutcome> functions) {
  public Outcome {
    functions = List.copyOf(functions);
  }
}

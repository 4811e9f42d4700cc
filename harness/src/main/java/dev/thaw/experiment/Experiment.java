package dev.thaw.experiment;

import java.time.Duration;
import java.util.List;

/**
 * What is to be measured: variants of a function, phases of load that each variant goes through,
 * and the payload that every invocation carries. {@code keepAlive} and {@code maxLifetime} are for
 * the embedded engine; AWS decides them itself.
 */
public record Experiment(
    String name,
    String question,
    List<Variant> variants,
    List<Phase> phases,
    String payload,
    Duration keepAlive,
    Duration maxLifetime,
    int accountConcurrency) {

  public Experiment {
    variants = List.copyOf(variants);
    phases = List.copyOf(phases);
  }
}

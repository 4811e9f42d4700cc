package dev.thaw.model;

import dev.thaw.rules.async.EventInvokeConfig;
import dev.thaw.rules.async.EventPayload;

/**
 * Asynchronous events of a simulated function.
 *
 * @param failureProbability with which an invocation fails, independently of all others
 */
public record AsyncSettings(
    EventInvokeConfig config, double failureProbability, EventPayload payload) {
  public AsyncSettings {
    Failures.requireProbability(failureProbability);
  }

  /** Small events with Lambda's default configuration. */
  public static AsyncSettings failing(double failureProbability) {
    return new AsyncSettings(EventInvokeConfig.DEFAULT, failureProbability, new EventPayload(0));
  }
}

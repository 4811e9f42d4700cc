package dev.thaw.model;

import dev.thaw.rules.Backoff;
import dev.thaw.rules.async.EventInvokeConfig;
import dev.thaw.rules.async.EventPayload;
import dev.thaw.rules.async.RetryPolicy;

/**
 * Asynchronous events of a simulated function.
 *
 * @param pushback how long a throttled event waits
 * @param failureProbability with which an invocation fails, independently of all others
 */
public record AsyncSettings(
    EventInvokeConfig config, Backoff pushback, double failureProbability, EventPayload payload) {
  public AsyncSettings {
    Failures.requireProbability(failureProbability);
  }

  /** With the curve that is assumed of AWS's back-off. */
  public AsyncSettings(EventInvokeConfig config, double failureProbability, EventPayload payload) {
    this(config, RetryPolicy.ASSUMED_PUSHBACK, failureProbability, payload);
  }

  /** Small events with Lambda's default configuration. */
  public static AsyncSettings failing(double failureProbability) {
    return new AsyncSettings(EventInvokeConfig.DEFAULT, failureProbability, new EventPayload(0));
  }
}

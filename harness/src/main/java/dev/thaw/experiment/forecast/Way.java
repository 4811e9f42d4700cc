package dev.thaw.experiment.forecast;

import dev.thaw.experiment.fit.TimeSamples;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.Invocation;
import dev.thaw.stats.Sample;
import java.util.List;

/**
 * What the rules know nothing of, on an event's way to a handler: how long services and networks
 * take. It is taken from the events of a warm-up whose environments were warm.
 */
enum Way {
  /** Intended time to the answer that the event was taken. */
  ACCEPTED("acceptance"),
  /** Intended time to the handler's entry, where Lambda hands events over at once. */
  ENTERED("way to the handler"),
  /** The same from the answer; an event that was handled before has not waited. */
  HANDED_OVER("handing over");

  private static final double NS_PER_MS = 1e6;

  private final String label;

  Way(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  TimeSamples.Taken of(List<Invocation> warmUp, String from) {
    return new TimeSamples.Taken(Sample.of(warmUp.stream().mapToDouble(this::ms)), from);
  }

  private double ms(Invocation invocation) {
    return switch (this) {
      case ACCEPTED -> acceptedMs(invocation);
      case ENTERED -> enteredMs(invocation);
      case HANDED_OVER -> Math.max(0, enteredMs(invocation) - acceptedMs(invocation));
    };
  }

  private static double acceptedMs(Invocation invocation) {
    return invocation.request().timing().latencyMs();
  }

  private static double enteredMs(Invocation invocation) {
    return invocation
        .handled()
        .map(Handling::startedNs)
        .map(entered -> (entered - invocation.request().timing().intendedNs()) / NS_PER_MS)
        .orElse(Double.NaN);
  }
}

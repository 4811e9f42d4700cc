package dev.thaw.experiment.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Latencies;
import java.util.Optional;

/** What a service level can limit: client latency, cold starts, throttles or cost. */
public enum Measure {
  P50("p50", "ms"),
  P90("p90", "ms"),
  P95("p95", "ms"),
  P99("p99", "ms"),
  P999("p99.9", "ms"),
  COLD("cold", "%"),
  THROTTLES("throttles", "%"),
  COST("cost", "$ per 1M");

  private final String word;
  private final String unit;

  Measure(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  static Optional<Measure> of(String word) {
    for (var measure : values()) {
      if (measure.word.equals(word)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }

  /** The word that stands for it in a service level. */
  @JsonValue
  public String word() {
    return word;
  }

  String unit() {
    return unit;
  }

  /** Whether more provisioned concurrency can only make it better; cost is otherwise. */
  boolean isMonotone() {
    return this != COST;
  }

  /** Whether it is a share of requests, in percent. */
  boolean isShare() {
    return this == COLD || this == THROTTLES;
  }

  /** The value in its unit; NaN where there is too little to tell, and of cost. */
  double of(FunctionOutcome outcome) {
    return switch (this) {
      case P50 -> quantile(outcome.client(), 0.5);
      case P90 -> quantile(outcome.client(), 0.9);
      case P95 -> quantile(outcome.client(), 0.95);
      case P99 -> quantile(outcome.client(), 0.99);
      case P999 -> quantile(outcome.client(), 0.999);
      case COLD -> outcome.tally().coldShare() * 100;
      case THROTTLES -> outcome.tally().throttledShare() * 100;
      case COST -> Double.NaN;
    };
  }

  /** NaN where fewer than one latency lies above: that would be the greatest, not a quantile. */
  private static double quantile(Latencies latencies, double p) {
    return latencies.count() * (1 - p) < 1 - 1e-9 ? Double.NaN : latencies.quantileMs(p);
  }
}

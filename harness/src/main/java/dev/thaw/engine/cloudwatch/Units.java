package dev.thaw.engine.cloudwatch;

import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * The units of Lambda's metrics, where AWS's text names one; Count is all that is left.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types
 *     of metrics for Lambda functions</a>
 */
final class Units {
  private static final Set<String> MILLISECONDS =
      Set.of(
          "Duration",
          "PostRuntimeExtensionsDuration",
          "IteratorAge",
          "AsyncEventAge",
          "UrlRequestLatency");

  private Units() {}

  static StandardUnit of(String metric) {
    return MILLISECONDS.contains(metric) ? StandardUnit.MILLISECONDS : StandardUnit.COUNT;
  }
}

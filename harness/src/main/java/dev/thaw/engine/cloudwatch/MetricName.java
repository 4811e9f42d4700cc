package dev.thaw.engine.cloudwatch;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a series of measurements is known by: its namespace, its name and its dimensions.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html">
 *     Concepts: a metric is unique by these</a>
 */
record MetricName(String namespace, String name, Map<String, String> dimensions) {
  MetricName {
    dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
  }

  /** Tells metrics apart, in the order in which they are listed. */
  String sortKey() {
    return namespace + "\u0000" + name + "\u0000" + dimensions;
  }
}

package dev.thaw.target;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * The platform's own count of a function's invocations.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types
 *     of metrics for Lambda functions</a>
 */
record InvocationMetric(CloudWatchClient cloudWatch) {
  private static final int HOUR_SECONDS = 3_600;

  /** Between two instants; empty where nothing is counted. */
  OptionalLong count(String function, Instant from, Instant to) {
    try {
      var hours =
          cloudWatch
              .getMetricStatistics(
                  get ->
                      get.namespace("AWS/Lambda")
                          .metricName("Invocations")
                          .dimensions(
                              List.of(
                                  Dimension.builder().name("FunctionName").value(function).build()))
                          .startTime(from.truncatedTo(ChronoUnit.HOURS))
                          .endTime(to.plus(1, ChronoUnit.HOURS))
                          .period(HOUR_SECONDS)
                          .statistics(Statistic.SUM))
              .datapoints();
      return hours.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Math.round(hours.stream().mapToDouble(Datapoint::sum).sum()));
    } catch (SdkException notOffered) {
      return OptionalLong.empty();
    }
  }
}

package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;

/**
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html.
 */
record GetMetricStatistics(Metrics metrics)
    implements Operation<GetMetricStatisticsRequest, GetMetricStatisticsResponse> {
  @Override
  public GetMetricStatisticsResponse handle(Call call, GetMetricStatisticsRequest request) {
    check(request);
    var name =
        new MetricName(
            request.namespace(), request.metricName(), Dimensions.read(request.dimensions()));
    var points = new ArrayList<software.amazon.awssdk.services.cloudwatch.model.Datapoint>();
    metrics
        .find(call.caller(), name)
        .ifPresent(
            series ->
                series
                    .periods(request.startTime(), request.endTime(), request.period())
                    .forEach((at, point) -> points.add(point(request, at, point))));
    return GetMetricStatisticsResponse.builder()
        .label(request.metricName())
        .datapoints(points)
        .build();
  }

  private static void check(GetMetricStatisticsRequest request) {
    if (!request.hasStatistics() && !request.hasExtendedStatistics()) {
      throw CloudWatchError.MISSING_PARAMETER.exception(
          "At least one of the parameters Statistics, ExtendedStatistics must be specified.");
    }
    Periods.check(request.startTime(), request.endTime(), request.period());
  }

  private static software.amazon.awssdk.services.cloudwatch.model.Datapoint point(
      GetMetricStatisticsRequest request, long at, Datapoint point) {
    var shape =
        software.amazon.awssdk.services.cloudwatch.model.Datapoint.builder()
            .timestamp(Instant.ofEpochSecond(at))
            .unit(Units.of(request.metricName()));
    for (var statistic : request.statistics()) {
      switch (statistic) {
        case SUM -> shape.sum(point.sum());
        case AVERAGE -> shape.average(point.average());
        case MINIMUM -> shape.minimum(point.minimum());
        case MAXIMUM -> shape.maximum(point.maximum());
        case SAMPLE_COUNT -> shape.sampleCount(point.count());
        default ->
            throw CloudWatchError.INVALID_PARAMETER_VALUE.exception(
                "The value for parameter Statistics is invalid.");
      }
    }
    var extended = new TreeMap<String, Double>();
    for (var text : request.extendedStatistics()) {
      extended.put(text, Periods.statistic(text).value(point));
    }
    return shape.extendedStatistics(extended.isEmpty() ? null : extended).build();
  }
}

package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html. */
record GetMetricData(Metrics metrics)
    implements Operation<GetMetricDataRequest, GetMetricDataResponse> {
  @Override
  public GetMetricDataResponse handle(Call call, GetMetricDataRequest request) {
    check(request);
    var results = new ArrayList<MetricDataResult>();
    for (var query : request.metricDataQueries()) {
      if (query.returnData() == null || query.returnData()) {
        results.add(result(call, request, query));
      }
    }
    return GetMetricDataResponse.builder().metricDataResults(results).build();
  }

  private static void check(GetMetricDataRequest request) {
    var ids = new HashSet<String>();
    for (var query : request.metricDataQueries()) {
      if (!ids.add(query.id())) {
        throw CloudWatchError.INVALID_PARAMETER_VALUE.exception(
            "The value %s for parameter MetricDataQueries.member.Id is not unique."
                .formatted(query.id()));
      }
      if (query.expression() != null) {
        throw CommonError.notImplemented("A metric math expression");
      }
      var stat =
          Optional.ofNullable(query.metricStat())
              .orElseThrow(
                  () ->
                      CloudWatchError.MISSING_PARAMETER.exception(
                          "The parameter MetricDataQueries.member.MetricStat is required."));
      Periods.check(request.startTime(), request.endTime(), stat.period());
    }
  }

  private MetricDataResult result(Call call, GetMetricDataRequest request, MetricDataQuery query) {
    var stat = query.metricStat();
    var statistic = Periods.statistic(stat.stat());
    var periods = periods(call, request, stat);
    var inOrder =
        request.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? periods : periods.descendingMap();
    return MetricDataResult.builder()
        .id(query.id())
        .label(Optional.ofNullable(query.label()).orElse(stat.metric().metricName()))
        .timestamps(inOrder.keySet().stream().map(Instant::ofEpochSecond).toList())
        .values(inOrder.values().stream().map(statistic::value).toList())
        .statusCode(StatusCode.COMPLETE)
        .build();
  }

  private NavigableMap<Long, Datapoint> periods(
      Call call, GetMetricDataRequest request, MetricStat stat) {
    var metric = stat.metric();
    var name =
        new MetricName(
            metric.namespace(), metric.metricName(), Dimensions.read(metric.dimensions()));
    return metrics
        .find(call.caller(), name)
        .map(series -> series.periods(request.startTime(), request.endTime(), stat.period()))
        .orElseGet(TreeMap::new);
  }
}

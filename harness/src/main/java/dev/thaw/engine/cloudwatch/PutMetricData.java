package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.invocation.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html. */
record PutMetricData(Metrics metrics, Clock clock)
    implements Operation<PutMetricDataRequest, PutMetricDataResponse> {
  @Override
  public PutMetricDataResponse handle(Call call, PutMetricDataRequest request) {
    if (request.namespace().startsWith("AWS/")) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE.exception(
          "The value AWS/ for parameter Namespace is invalid.");
    }
    request.metricData().forEach(datum -> put(call, request.namespace(), datum));
    return PutMetricDataResponse.builder().build();
  }

  private void put(Call call, String namespace, MetricDatum datum) {
    var name = new MetricName(namespace, datum.metricName(), Dimensions.read(datum.dimensions()));
    var at = Optional.ofNullable(datum.timestamp()).orElseGet(clock::now);
    if (datum.statisticValues() != null) {
      throw CommonError.notImplemented("The member StatisticValues");
    }
    var values = datum.hasValues() ? datum.values() : List.of(datum.value());
    for (int i = 0; i < values.size(); i++) {
      double times = datum.hasCounts() ? datum.counts().get(i) : 1;
      metrics.of(call.caller(), name).add(at, values.get(i), times);
    }
  }
}

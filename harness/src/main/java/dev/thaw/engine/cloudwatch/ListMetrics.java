package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html. */
record ListMetrics(Metrics metrics) implements Operation<ListMetricsRequest, ListMetricsResponse> {
  private static final int LARGEST_PAGE = 500;

  @Override
  public ListMetricsResponse handle(Call call, ListMetricsRequest request) {
    try {
      var page =
          Page.of(
              metrics.names(call.caller()).filter(name -> isAsked(name, request)),
              MetricName::sortKey,
              request.nextToken(),
              LARGEST_PAGE);
      return ListMetricsResponse.builder()
          .metrics(page.items().stream().map(ListMetrics::metric).toList())
          .nextToken(page.next())
          .build();
    } catch (IllegalArgumentException e) {
      throw CloudWatchError.INVALID_NEXT_TOKEN.exception("The next token is invalid.");
    }
  }

  private static boolean isAsked(MetricName name, ListMetricsRequest request) {
    boolean isNamespace =
        request.namespace() == null || request.namespace().equals(name.namespace());
    boolean isName = request.metricName() == null || request.metricName().equals(name.name());
    return isNamespace && isName && hasAll(name, request.dimensions());
  }

  private static boolean hasAll(MetricName name, List<DimensionFilter> filters) {
    return filters.stream()
        .allMatch(
            filter -> {
              var value = name.dimensions().get(filter.name());
              return value != null && (filter.value() == null || filter.value().equals(value));
            });
  }

  private static Metric metric(MetricName name) {
    return Metric.builder()
        .namespace(name.namespace())
        .metricName(name.name())
        .dimensions(Dimensions.write(name.dimensions()))
        .build();
  }
}

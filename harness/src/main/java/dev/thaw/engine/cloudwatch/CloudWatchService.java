package dev.thaw.engine.cloudwatch;

import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.protocol.ActionTable;
import dev.thaw.engine.protocol.AwsJson;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.RpcV2Cbor;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.protocol.TwoProtocols;
import dev.thaw.invocation.Clock;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/**
 * CloudWatch's operations on metrics, in CBOR as the SDK for Java speaks and in JSON as the AWS CLI
 * does: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Operations.html.
 */
public final class CloudWatchService {
  private CloudWatchService() {}

  /** The service over those metrics. */
  public static Service create(Metrics metrics, Clock clock, Executor workers) {
    return new TwoProtocols(
        wire -> wire.headers().contains(RpcV2Cbor.HEADER),
        new AwsService(new RpcV2Cbor(), operations(ActionTable.byPath(), metrics, clock), workers),
        new AwsService(
            AwsJson.version10(), operations(ActionTable.byTarget(), metrics, clock), workers));
  }

  private static ActionTable operations(ActionTable table, Metrics metrics, Clock clock) {
    return table
        .with(
            Binding.of(
                    "PutMetricData",
                    PutMetricDataRequest::builder,
                    new PutMetricData(metrics, clock))
                .constraints(Constraints.of(required("Namespace"), longest("MetricData", 1000)))
                .lacking("EntityMetricData"))
        .with(
            Binding.of("ListMetrics", ListMetricsRequest::builder, new ListMetrics(metrics))
                .lacking("RecentlyActive", "IncludeLinkedAccounts", "OwningAccount"))
        .with(
            Binding.of("GetMetricData", GetMetricDataRequest::builder, new GetMetricData(metrics))
                .constraints(
                    Constraints.of(
                        required("MetricDataQueries"),
                        longest("MetricDataQueries", 500),
                        required("StartTime"),
                        required("EndTime")))
                .lacking("MaxDatapoints", "LabelOptions", "NextToken"))
        .with(
            Binding.of(
                    "GetMetricStatistics",
                    GetMetricStatisticsRequest::builder,
                    new GetMetricStatistics(metrics))
                .constraints(
                    Constraints.of(
                        required("Namespace"),
                        required("MetricName"),
                        required("StartTime"),
                        required("EndTime"),
                        required("Period"))));
  }
}

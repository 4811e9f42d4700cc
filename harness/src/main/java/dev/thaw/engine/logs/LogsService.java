package dev.thaw.engine.logs;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;
import static dev.thaw.engine.protocol.Constraint.shortest;

import dev.thaw.engine.protocol.ActionTable;
import dev.thaw.engine.protocol.AwsJson;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationTable;
import dev.thaw.engine.protocol.Service;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;

/**
 * CloudWatch Logs' operations:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html.
 */
public final class LogsService {
  private static final Constraints GROUP =
      Constraints.of(
          required("logGroupName"),
          shortest("logGroupName", 1),
          longest("logGroupName", 512),
          pattern("logGroupName", "[\\.\\-_/#A-Za-z0-9]+"));

  private static final Constraints LISTING =
      Constraints.of(atLeast("limit", 1), atMost("limit", 50));

  private static final Constraints EVENTS =
      Constraints.of(atLeast("limit", 1), atMost("limit", 10_000));

  private static final Constraints STREAM_EVENTS =
      Constraints.of(required("logStreamName"), atLeast("limit", 1), atMost("limit", 10_000));

  private LogsService() {}

  public static Service create(LogStore store, Executor workers) {
    return new AwsService(AwsJson.version11(), operations(store), workers);
  }

  private static OperationTable operations(LogStore store) {
    return ActionTable.byTarget()
        .with(
            Binding.of("CreateLogGroup", CreateLogGroupRequest::builder, new CreateLogGroup(store))
                .constraints(GROUP)
                .lacking("kmsKeyId", "tags", "deletionProtectionEnabled")
                .lackingUnless("logGroupClass", "STANDARD"))
        .with(
            Binding.of("DeleteLogGroup", DeleteLogGroupRequest::builder, new DeleteLogGroup(store))
                .constraints(GROUP))
        .with(
            Binding.of(
                    "DescribeLogGroups",
                    DescribeLogGroupsRequest::builder,
                    new DescribeLogGroups(store))
                .constraints(LISTING)
                .lacking("accountIdentifiers", "includeLinkedAccounts", "logGroupIdentifiers")
                .lackingUnless("logGroupClass", "STANDARD"))
        .with(
            Binding.of(
                    "DescribeLogStreams",
                    DescribeLogStreamsRequest::builder,
                    new DescribeLogStreams(store))
                .constraints(LISTING))
        .with(
            Binding.of("GetLogEvents", GetLogEventsRequest::builder, new GetLogEvents(store))
                .constraints(STREAM_EVENTS))
        .with(
            Binding.of(
                    "FilterLogEvents", FilterLogEventsRequest::builder, new FilterLogEvents(store))
                .constraints(EVENTS));
  }
}

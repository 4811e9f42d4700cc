package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;

/**
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html.
 */
record DescribeLogGroups(LogStore store)
    implements Operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse> {
  @Override
  public DescribeLogGroupsResponse handle(Call call, DescribeLogGroupsRequest request) {
    var prefix = Optional.ofNullable(request.logGroupNamePrefix()).orElse("");
    var part = Optional.ofNullable(request.logGroupNamePattern()).orElse("");
    var page =
        store.read(
            all ->
                Tokens.checked(
                    () ->
                        Page.of(
                            all.values().stream()
                                .filter(group -> group.name().startsWith(prefix))
                                .filter(group -> group.name().contains(part))
                                .map(group -> describe(call, group)),
                            software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup
                                ::logGroupName,
                            request.nextToken(),
                            Optional.ofNullable(request.limit()).orElse(Tokens.PAGE))));
    return DescribeLogGroupsResponse.builder()
        .logGroups(page.items())
        .nextToken(page.next())
        .build();
  }

  private static software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup describe(
      Call call, LogGroup group) {
    var arn = "arn:aws:logs:%s:%s:log-group:%s";
    var logGroupArn = arn.formatted(call.region(), call.account(), group.name());
    return software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder()
        .logGroupName(group.name())
        .creationTime(group.created())
        .metricFilterCount(0)
        .arn(logGroupArn + ":*")
        .logGroupArn(logGroupArn)
        .logGroupClass("STANDARD")
        .storedBytes(group.storedBytes())
        .build();
  }
}

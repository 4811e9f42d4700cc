package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/**
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html.
 */
record DescribeLogStreams(LogStore store)
    implements Operation<DescribeLogStreamsRequest, DescribeLogStreamsResponse> {
  private static final Comparator<LogStream> BY_NAME = Comparator.comparing(LogStream::name);
  private static final Comparator<LogStream> BY_LAST_EVENT =
      Comparator.comparing(
              (LogStream stream) -> stream.last().map(LogEvent::timestamp).orElse(stream.created()))
          .thenComparing(BY_NAME);

  @Override
  public DescribeLogStreamsResponse handle(Call call, DescribeLogStreamsRequest request) {
    var group = GroupName.of(request.logGroupName(), request.logGroupIdentifier());
    var arn = "arn:aws:logs:%s:%s:log-group:%s:log-stream:";
    var arnPrefix = arn.formatted(call.region(), call.account(), group);
    return store.readGroup(group, found -> page(found, request, arnPrefix));
  }

  private static DescribeLogStreamsResponse page(
      LogGroup group, DescribeLogStreamsRequest request, String arnPrefix) {
    var prefix = Optional.ofNullable(request.logStreamNamePrefix()).orElse("");
    var order = request.orderBy() == OrderBy.LAST_EVENT_TIME ? BY_LAST_EVENT : BY_NAME;
    var size = Optional.ofNullable(request.limit()).orElse(Tokens.PAGE);
    var sorted =
        group.streams().values().stream()
            .filter(stream -> stream.name().startsWith(prefix))
            .sorted(Boolean.TRUE.equals(request.descending()) ? order.reversed() : order)
            .collect(Collectors.toList());
    var rest = after(sorted, request.nextToken());
    var page = rest.subList(0, Math.min(size, rest.size()));
    return DescribeLogStreamsResponse.builder()
        .logStreams(page.stream().map(stream -> describe(stream, arnPrefix)).toList())
        .nextToken(page.size() < rest.size() ? page.get(page.size() - 1).name() : null)
        .build();
  }

  /** A token here is the name of the last stream shown. */
  private static List<LogStream> after(List<LogStream> sorted, @Nullable String token) {
    if (token == null) {
      return sorted;
    }
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).name().equals(token)) {
        return sorted.subList(i + 1, sorted.size());
      }
    }
    throw LogsError.invalid("The specified nextToken is invalid.");
  }

  private static software.amazon.awssdk.services.cloudwatchlogs.model.LogStream describe(
      LogStream stream, String arnPrefix) {
    return software.amazon.awssdk.services.cloudwatchlogs.model.LogStream.builder()
        .logStreamName(stream.name())
        .creationTime(stream.created())
        .firstEventTimestamp(stream.first().map(LogEvent::timestamp).orElse(null))
        .lastEventTimestamp(stream.last().map(LogEvent::timestamp).orElse(null))
        .lastIngestionTime(stream.last().map(LogEvent::ingested).orElse(null))
        .arn(arnPrefix + stream.name())
        .build();
  }
}

package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html. */
record GetLogEvents(LogStore store)
    implements Operation<GetLogEventsRequest, GetLogEventsResponse> {
  private static final int LARGEST_PAGE = 10_000;

  @Override
  public GetLogEventsResponse handle(Call call, GetLogEventsRequest request) {
    var group = GroupName.of(request.logGroupName(), request.logGroupIdentifier());
    return store.readGroup(
        group,
        found -> {
          var stream = found.streams().get(request.logStreamName());
          if (stream == null) {
            throw LogsError.noSuchStream();
          }
          return page(stream, request);
        });
  }

  private static GetLogEventsResponse page(LogStream stream, GetLogEventsRequest request) {
    var start = start(stream, request);
    var events = events(stream, start, request);
    // Where there is nothing more, the token that was passed in comes back.
    var first = events.isEmpty() ? start.sequence() : events.get(0).sequence();
    var last = events.isEmpty() ? start.sequence() : events.get(events.size() - 1).sequence();
    return GetLogEventsResponse.builder()
        .events(events.stream().map(GetLogEvents::output).toList())
        .nextForwardToken(new Tokens.Place(true, last).token())
        .nextBackwardToken(new Tokens.Place(false, first).token())
        .build();
  }

  private static Tokens.Place start(LogStream stream, GetLogEventsRequest request) {
    if (request.nextToken() != null) {
      return Tokens.Place.parse(request.nextToken());
    }
    return Boolean.TRUE.equals(request.startFromHead())
        ? new Tokens.Place(true, 0)
        : new Tokens.Place(false, stream.last().map(LogEvent::sequence).orElse(-1L) + 1);
  }

  private static List<LogEvent> events(
      LogStream stream, Tokens.Place start, GetLogEventsRequest request) {
    var ahead =
        start.isForward()
            ? stream.events().tailMap(start.sequence(), false)
            : stream.events().headMap(start.sequence(), false).descendingMap();
    var limit = Optional.ofNullable(request.limit()).orElse(LARGEST_PAGE);
    var window = TimeWindow.of(request.startTime(), request.endTime());
    var found = ahead.values().stream().filter(window::holds).limit(limit).toList();
    var events = new ArrayList<>(found.subList(0, LogEvent.onPage(found)));
    if (!start.isForward()) {
      Collections.reverse(events);
    }
    return events;
  }

  private static OutputLogEvent output(LogEvent event) {
    return OutputLogEvent.builder()
        .timestamp(event.timestamp())
        .ingestionTime(event.ingested())
        .message(event.message())
        .build();
  }
}

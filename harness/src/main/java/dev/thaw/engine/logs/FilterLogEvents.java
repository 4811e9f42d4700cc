package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html;
 * events come in the order of their arrival.
 */
record FilterLogEvents(LogStore store)
    implements Operation<FilterLogEventsRequest, FilterLogEventsResponse> {
  private static final int LARGEST_PAGE = 10_000;

  @Override
  public FilterLogEventsResponse handle(Call call, FilterLogEventsRequest request) {
    var group = GroupName.of(request.logGroupName(), request.logGroupIdentifier());
    var window = TimeWindow.of(request.startTime(), request.endTime());
    var pattern = FilterPattern.parse(request.filterPattern());
    var limit = Optional.ofNullable(request.limit()).orElse(LARGEST_PAGE);
    var after = Tokens.sequence(request.nextToken()).orElse(0);
    var found =
        store.readGroup(
            group,
            all ->
                merge(
                    cursors(all, request, after),
                    event -> window.holds(event) && pattern.test(event.message()),
                    limit + 1));
    var page = found.subList(0, LogEvent.onPage(found.subList(0, Math.min(limit, found.size()))));
    return FilterLogEventsResponse.builder()
        .events(page.stream().map(FilterLogEvents::output).toList())
        .searchedLogStreams(List.of())
        .nextToken(found.size() > page.size() ? page.get(page.size() - 1).id() : null)
        .build();
  }

  /** A stream's next event, and those behind it. */
  private record Cursor(LogEvent next, Iterator<LogEvent> rest) {
    static Optional<Cursor> of(Iterator<LogEvent> events) {
      return events.hasNext() ? Optional.of(new Cursor(events.next(), events)) : Optional.empty();
    }
  }

  private static PriorityQueue<Cursor> cursors(
      LogGroup group, FilterLogEventsRequest request, long after) {
    var prefix = Optional.ofNullable(request.logStreamNamePrefix()).orElse("");
    var cursors =
        new PriorityQueue<Cursor>(Comparator.comparingLong(cursor -> cursor.next().sequence()));
    group.streams().values().stream()
        .filter(stream -> stream.name().startsWith(prefix))
        .filter(
            stream ->
                !request.hasLogStreamNames() || request.logStreamNames().contains(stream.name()))
        .map(stream -> Cursor.of(stream.events().tailMap(after, false).values().iterator()))
        .flatMap(Optional::stream)
        .forEach(cursors::add);
    return cursors;
  }

  private static List<LogEvent> merge(
      PriorityQueue<Cursor> cursors, Predicate<LogEvent> wanted, int limit) {
    var found = new ArrayList<LogEvent>();
    while (!cursors.isEmpty() && found.size() < limit) {
      var cursor = cursors.remove();
      if (wanted.test(cursor.next())) {
        found.add(cursor.next());
      }
      Cursor.of(cursor.rest()).ifPresent(cursors::add);
    }
    return found;
  }

  private static FilteredLogEvent output(LogEvent event) {
    return FilteredLogEvent.builder()
        .eventId(event.id())
        .logStreamName(event.stream())
        .timestamp(event.timestamp())
        .ingestionTime(event.ingested())
        .message(event.message())
        .build();
  }
}

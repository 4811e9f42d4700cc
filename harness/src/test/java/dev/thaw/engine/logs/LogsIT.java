package dev.thaw.engine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.environment.LogSink;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** What environments write, read through CloudWatch Logs. */
final class LogsIT {
  private static final String GROUP = "/aws/lambda/hello";

  @TempDir Path folder;
  private EngineUnderTest engine;
  private CloudWatchLogsClient logs;
  private LogSink sink;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder);
    logs = engine.logs();
    sink = engine.environments().logs();
  }

  @AfterEach
  void stop() {
    logs.close();
    engine.close();
  }

  /** Event number i at second i. */
  private void write(String stream, int... numbers) {
    for (var number : numbers) {
      sink.write(GROUP, stream, Instant.ofEpochSecond(number), "event " + number);
    }
  }

  @Test
  void readsAStreamFromItsHead() {
    write("one", 1, 2, 3);
    var events =
        logs.getLogEvents(get -> get.logGroupName(GROUP).logStreamName("one").startFromHead(true));

    assertThat(events.events())
        .extracting(OutputLogEvent::message)
        .containsExactly("event 1", "event 2", "event 3");
    assertThat(events.events().get(0).timestamp()).isEqualTo(1000);
    assertThat(events.events().get(0).ingestionTime()).isPositive();
  }

  @Test
  void pagesForwardUntilTheTokenRepeats() {
    write("one", 1, 2, 3);
    var first = page(null, 2, true);
    var second = page(first.nextForwardToken(), 2, true);
    var third = page(second.nextForwardToken(), 2, true);

    assertThat(first.events())
        .extracting(OutputLogEvent::message)
        .containsExactly("event 1", "event 2");
    assertThat(second.events()).extracting(OutputLogEvent::message).containsExactly("event 3");
    assertThat(third.events()).isEmpty();
    assertThat(third.nextForwardToken()).isEqualTo(second.nextForwardToken());

    write("one", 4);
    assertThat(page(third.nextForwardToken(), 2, true).events())
        .extracting(OutputLogEvent::message)
        .containsExactly("event 4");
  }

  @Test
  void startsAtTheTailUnlessTold() {
    write("one", 1, 2, 3);
    var last = page(null, 2, false);
    assertThat(last.events())
        .extracting(OutputLogEvent::message)
        .containsExactly("event 2", "event 3");
    assertThat(page(last.nextBackwardToken(), 2, false).events())
        .extracting(OutputLogEvent::message)
        .containsExactly("event 1");
  }

  private GetLogEventsResponse page(@Nullable String token, int limit, boolean fromHead) {
    return logs.getLogEvents(
        get ->
            get.logGroupName(GROUP)
                .logStreamName("one")
                .limit(limit)
                .startFromHead(fromHead)
                .nextToken(token));
  }

  @Test
  void filtersByTimeTermAndStream() {
    write("one", 1, 3);
    write("two", 2, 4);

    assertThat(messages(filter -> {})).containsExactly("event 1", "event 3", "event 2", "event 4");
    assertThat(messages(filter -> filter.startTime(2000L).endTime(4000L)))
        .containsExactly("event 3", "event 2");
    assertThat(messages(filter -> filter.filterPattern("\"event 3\""))).containsExactly("event 3");
    assertThat(messages(filter -> filter.logStreamNames("two")))
        .containsExactly("event 2", "event 4");
    assertThat(messages(filter -> filter.logStreamNamePrefix("o")))
        .containsExactly("event 1", "event 3");
  }

  private List<String> messages(Consumer<FilterLogEventsRequest.Builder> filter) {
    return logs
        .filterLogEvents(request -> filter.accept(request.logGroupName(GROUP)))
        .events()
        .stream()
        .map(FilteredLogEvent::message)
        .toList();
  }

  @Test
  void filtersPageByPage() {
    write("one", IntStream.range(0, 25).toArray());
    var paged =
        logs.filterLogEventsPaginator(filter -> filter.logGroupName(GROUP).limit(10)).events();
    assertThat(paged.stream().map(FilteredLogEvent::message))
        .containsExactlyElementsOf(
            IntStream.range(0, 25).mapToObj(number -> "event " + number).toList());
  }

  @Test
  void describesGroupsAndStreams() {
    write("one", 1);
    write("two", 2, 5);
    logs.createLogGroup(create -> create.logGroupName("/other"));

    var groups = logs.describeLogGroups(describe -> describe.logGroupNamePrefix("/aws"));
    assertThat(groups.logGroups()).extracting(LogGroup::logGroupName).containsExactly(GROUP);
    assertThat(groups.logGroups().get(0).arn())
        .isEqualTo("arn:aws:logs:eu-west-1:111111111111:log-group:" + GROUP + ":*");
    // "event 1", "event 2", "event 5": 7 characters each.
    assertThat(groups.logGroups().get(0).storedBytes()).isEqualTo(21);
    assertThat(logs.describeLogGroupsPaginator(describe -> describe.limit(1)).logGroups())
        .extracting(LogGroup::logGroupName)
        .containsExactly(GROUP, "/other");

    var streams =
        logs.describeLogStreams(
            describe -> describe.logGroupName(GROUP).orderBy("LastEventTime").descending(true));
    assertThat(streams.logStreams())
        .extracting(LogStream::logStreamName)
        .containsExactly("two", "one");
    assertThat(streams.logStreams().get(0).lastEventTimestamp()).isEqualTo(5000);
    assertThat(
            logs.describeLogStreamsPaginator(describe -> describe.logGroupName(GROUP).limit(1))
                .logStreams())
        .extracting(LogStream::logStreamName)
        .containsExactly("one", "two");
  }

  @Test
  void deletesAGroupWithItsEvents() {
    write("one", 1);
    logs.deleteLogGroup(delete -> delete.logGroupName(GROUP));
    assertThatThrownBy(() -> logs.filterLogEvents(filter -> filter.logGroupName(GROUP)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("The specified log group does not exist.");
    assertThatThrownBy(() -> logs.deleteLogGroup(delete -> delete.logGroupName(GROUP)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesWhatAwsRefuses() {
    write("one", 1);
    assertThatThrownBy(() -> logs.createLogGroup(create -> create.logGroupName(GROUP)))
        .isInstanceOf(ResourceAlreadyExistsException.class)
        .hasMessageStartingWith("The specified log group already exists");
    assertThatThrownBy(
            () -> logs.getLogEvents(get -> get.logGroupName(GROUP).logStreamName("none")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("The specified log stream does not exist.");
    assertThatThrownBy(() -> page("nonsense", 1, true))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageStartingWith("The specified nextToken is invalid.");
    assertThatThrownBy(() -> logs.describeLogGroups(describe -> describe.limit(51)))
        .isInstanceOf(CloudWatchLogsException.class)
        .hasMessageContaining(
            "Value '51' at 'limit' failed to satisfy constraint: Member must have value less than"
                + " or equal to 50");
    assertThatThrownBy(() -> logs.deleteRetentionPolicy(delete -> delete.logGroupName(GROUP)))
        .isInstanceOfSatisfying(
            CloudWatchLogsException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining("DeleteRetentionPolicy is not implemented");
  }
}

package dev.thaw.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.environment.ManualClock;
import dev.thaw.invocation.HandledLine;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Marker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

final class PlatformLogsTest {
  private static final String HANDLED =
      new HandledLine(
              "id",
              "direct",
              false,
              new Marker("e", 1, 0, 1, 2, InitializationType.ON_DEMAND),
              null,
              1,
              0,
              List.of("load.f.0"),
              null,
              null)
          .format();
  private static final String REPORT =
      "REPORT RequestId: id\tDuration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\t"
          + "Max Memory Used: 64 MB\t\n";

  private final ManualClock clock = new ManualClock();

  /** A log group that shows what each reading finds, and at last always the same. */
  private record Readings(Queue<List<String>> lines) implements CloudWatchLogsClient {
    @Override
    public FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request) {
      var shown = lines.size() > 1 ? lines.remove() : lines.element();
      return FilterLogEventsResponse.builder()
          .events(shown.stream().map(Readings::event).toList())
          .build();
    }

    private static FilteredLogEvent event(String line) {
      return FilteredLogEvent.builder()
          .eventId(line.substring(0, 6))
          .logStreamName("s")
          .timestamp(ManualClock.START.toEpochMilli())
          .message(line)
          .build();
    }

    @Override
    public String serviceName() {
      return "logs";
    }

    @Override
    public void close() {}
  }

  private LogEvidence collect(List<List<String>> readings) {
    var logs =
        new PlatformLogs(new Readings(new ArrayDeque<>(readings)), clock, Duration.ofMillis(100));
    return logs.collect(
        List.of("f"),
        new LogEvidence.Awaited(Set.of(), Set.of("load.f.0")),
        ManualClock.START,
        Duration.ofSeconds(10),
        found -> {});
  }

  @Test
  void theReportComesAfterTheFunctionsOwnLineAndIsWaitedFor() {
    var evidence = collect(List.of(List.of(HANDLED), List.of(HANDLED, REPORT)));

    assertThat(evidence.handlings()).hasSize(1);
    assertThat(evidence.records()).hasSize(1);
    assertThat(evidence.missing().count()).isZero();
    assertThat(clock.nanoTime()).isEqualTo(Duration.ofMillis(100).toNanos());
  }

  @Test
  void aReportThatNeverComesIsMissing() {
    var evidence = collect(List.of(List.of(HANDLED)));

    assertThat(evidence.missing().requestIds()).containsExactly("id");
    assertThat(evidence.missing().eventIds()).isEmpty();
    assertThat(clock.nanoTime()).isBetween(10_000_000_000L, 10_200_000_000L);
  }
}

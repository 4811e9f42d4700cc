package dev.thaw.target;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.ReportLine;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Reads REPORT lines of functions from CloudWatch Logs until every invocation is accounted for. */
record PlatformLogs(CloudWatchLogsClient logs, Clock clock, Duration pollInterval) {

  List<PlatformRecord> collect(
      List<String> functions,
      Set<String> requestIds,
      Instant since,
      Duration wait,
      Consumer<Integer> progress) {
    var found = new LinkedHashMap<String, PlatformRecord>();
    long deadlineNs = clock.nanoTime() + wait.toNanos();
    while (true) {
      for (var function : functions) {
        read(function, since, found, requestIds);
        progress.accept(found.size());
      }
      if (found.size() >= requestIds.size() || clock.nanoTime() > deadlineNs) {
        return List.copyOf(found.values());
      }
      clock.sleep(pollInterval);
    }
  }

  private void read(
      String function, Instant since, Map<String, PlatformRecord> found, Set<String> wanted) {
    try {
      logs
          .filterLogEventsPaginator(
              filter ->
                  filter
                      .logGroupName("/aws/lambda/" + function)
                      .filterPattern("REPORT")
                      .startTime(since.toEpochMilli()))
          .events()
          .stream()
          .forEach(event -> add(function, event, found, wanted));
    } catch (ResourceNotFoundException nothingLoggedYet) {
      return;
    } catch (SdkException e) {
      throw new TargetException(
          "the log group of %s could not be read: %s".formatted(function, e.getMessage()), e);
    }
  }

  private static void add(
      String function,
      FilteredLogEvent event,
      Map<String, PlatformRecord> found,
      Set<String> wanted) {
    ReportLine.parse(event.message())
        .filter(report -> wanted.contains(report.requestId()))
        .ifPresent(
            report ->
                found.put(
                    report.requestId(),
                    new PlatformRecord(
                        function, event.logStreamName(), event.timestamp(), report)));
  }
}

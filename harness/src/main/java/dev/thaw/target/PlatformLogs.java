package dev.thaw.target;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.HandledLine;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.ReportLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * Reads from CloudWatch Logs what functions logged since an instant: REPORT lines, and which events
 * they handled. Each reading begins a while before the end of the one before it, because events
 * arrive late and out of order.
 */
final class PlatformLogs {
  /** Any of the three, the first two of which stand for the same in two formats. */
  private static final String PATTERN = "?REPORT ?\"platform.report\" ?HANDLED";

  private static final Duration LATE = Duration.ofMinutes(2);

  /** However slowly things keep arriving. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final CloudWatchLogsClient logs;
  private final Clock clock;
  private final Duration pollInterval;
  private final Map<String, PlatformRecord> records = new LinkedHashMap<>();
  private final Map<String, List<Handling>> handlings = new LinkedHashMap<>();
  private final Map<String, Long> readUntilMs = new HashMap<>();
  private final Set<String> requestIds = new HashSet<>();
  private final Set<String> eventIds = new HashSet<>();
  private final Set<String> reportedIds = new HashSet<>();

  PlatformLogs(CloudWatchLogsClient logs, Clock clock, Duration pollInterval) {
    this.logs = logs;
    this.clock = clock;
    this.pollInterval = pollInterval;
  }

  /** Reads until all that is awaited has arrived, or nothing of it has for that long. */
  LogEvidence collect(
      List<String> functions,
      LogEvidence.Awaited awaited,
      Instant since,
      Duration wait,
      Consumer<Integer> progress) {
    requestIds.addAll(awaited.requestIds());
    eventIds.addAll(awaited.eventIds());
    long begunNs = clock.nanoTime();
    long progressNs = begunNs;
    while (true) {
      int missing = missing();
      long readingNs = clock.nanoTime();
      for (var function : functions) {
        read(function, since);
        progress.accept(awaited.count() - missing());
      }
      long now = clock.nanoTime();
      progressNs = missing() < missing ? now : progressNs;
      boolean isOver = now - progressNs > wait.toNanos() || now - begunNs > LONGEST_WAIT.toNanos();
      if (missing() == 0 || isOver) {
        return new LogEvidence(
            List.copyOf(records.values()),
            handlings.values().stream().flatMap(List::stream).toList(),
            new LogEvidence.Awaited(requestIds, eventIds));
      }
      clock.sleep(pauseAfter(Duration.ofNanos(now - readingNs)));
    }
  }

  /** Of a large log no more than half the time is spent on reading it again. */
  private Duration pauseAfter(Duration reading) {
    return reading.compareTo(pollInterval) > 0 ? reading : pollInterval;
  }

  private int missing() {
    return requestIds.size() + eventIds.size();
  }

  private void read(String function, Instant since) {
    long from = readUntilMs.getOrDefault(function, since.toEpochMilli());
    try {
      logs
          .filterLogEventsPaginator(
              filter ->
                  filter
                      .logGroupName("/aws/lambda/" + function)
                      .filterPattern(PATTERN)
                      .startTime(Math.max(since.toEpochMilli(), from - LATE.toMillis())))
          .events()
          .stream()
          .forEach(event -> add(function, event));
    } catch (ResourceNotFoundException nothingLoggedYet) {
      return;
    } catch (SdkException e) {
      throw new TargetException(
          "the log group of %s could not be read: %s".formatted(function, e.getMessage()), e);
    }
  }

  private void add(String function, FilteredLogEvent event) {
    readUntilMs.merge(function, event.timestamp(), Math::max);
    ReportLine.parse(event.message()).ifPresent(report -> add(function, event, report));
    HandledLine.parse(event.message())
        .ifPresent(line -> add(event.eventId(), line.handlings(event.logStreamName())));
  }

  private void add(String function, FilteredLogEvent event, ReportLine report) {
    requestIds.remove(report.requestId());
    reportedIds.add(report.requestId());
    records.put(
        event.eventId(),
        new PlatformRecord(function, event.logStreamName(), event.timestamp(), report));
  }

  private void add(String logEventId, List<Handling> some) {
    some.forEach(this::settle);
    handlings.put(logEventId, some);
  }

  /**
   * An attempt that failed is followed by another, or by a loss; of one that did not its REPORT,
   * which comes after the function's own line, is now awaited.
   */
  private void settle(Handling handling) {
    boolean isSettled = !handling.isFailed() && eventIds.remove(handling.eventId());
    if (isSettled && !reportedIds.contains(handling.requestId())) {
      requestIds.add(handling.requestId());
    }
  }
}

package dev.thaw.engine.logs;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A log stream: its events in the order of their arrival. Guarded by the store's lock. */
final class LogStream {
  private final String group;
  private final String name;
  private final long created;
  private final NavigableMap<Long, LogEvent> events = new TreeMap<>();
  private long storedBytes;

  LogStream(String group, String name, long created) {
    this.group = group;
    this.name = name;
    this.created = created;
  }

  String group() {
    return group;
  }

  String name() {
    return name;
  }

  long created() {
    return created;
  }

  long storedBytes() {
    return storedBytes;
  }

  NavigableMap<Long, LogEvent> events() {
    return events;
  }

  Optional<LogEvent> first() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.firstEntry().getValue());
  }

  Optional<LogEvent> last() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.lastEntry().getValue());
  }

  void add(LogEvent event) {
    events.put(event.sequence(), event);
    storedBytes += event.message().length();
  }

  /** Drops the oldest event; how long its text was. */
  int dropFirst() {
    var dropped = events.pollFirstEntry();
    int length = dropped == null ? 0 : dropped.getValue().message().length();
    storedBytes -= length;
    return length;
  }
}

package dev.thaw.engine.logs;

import dev.thaw.engine.environment.LogSink;
import dev.thaw.invocation.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All log events, up to limits beyond which the oldest are dropped and counted. Groups and streams
 * appear with their first event, as Lambda's do. Events come without an account or region, so all
 * of them share one store.
 */
public final class LogStore implements LogSink {
  // What an event takes beside its text.
  private static final int OVERHEAD = 200;

  private final Capacity capacity;
  private final Clock clock;
  private final Map<String, LogGroup> groups = new TreeMap<>();
  // Which stream holds the oldest event, the second oldest and so on.
  private final Queue<LogStream> order = new ArrayDeque<>();
  private long sequence;
  private long taken;
  private long dropped;

  /** How many events are kept, and how many bytes of memory they may take. */
  public record Capacity(int events, long bytes) {}

  public LogStore(Capacity capacity, Clock clock) {
    this.capacity = capacity;
    this.clock = clock;
  }

  @Override
  public synchronized void write(String group, String stream, Instant at, String message) {
    var now = clock.now().toEpochMilli();
    var target =
        groups
            .computeIfAbsent(group, name -> new LogGroup(name, now))
            .streams()
            .computeIfAbsent(stream, name -> new LogStream(group, name, now));
    target.add(new LogEvent(++sequence, stream, at.toEpochMilli(), now, message));
    order.add(target);
    taken += OVERHEAD + message.length();
    while (order.size() > capacity.events() || taken > capacity.bytes()) {
      dropOldest();
    }
  }

  /** With the last event of a stream the stream goes, so that their number is bounded as well. */
  private void dropOldest() {
    var stream = order.remove();
    taken -= OVERHEAD + stream.dropFirst();
    dropped++;
    if (stream.events().isEmpty()) {
      var group = groups.get(stream.group());
      if (group != null) {
        group.streams().remove(stream.name(), stream);
      }
    }
  }

  /** How many events the limit has cost so far. */
  public synchronized long dropped() {
    return dropped;
  }

  synchronized void create(String group) {
    var created = new LogGroup(group, clock.now().toEpochMilli());
    if (groups.putIfAbsent(group, created) != null) {
      throw LogsError.groupExists();
    }
  }

  synchronized void delete(String group) {
    var deleted = groups.remove(group);
    if (deleted == null) {
      throw LogsError.noSuchGroup();
    }
    order.removeIf(stream -> deleted.streams().get(stream.name()) == stream);
    taken -= deleted.streams().values().stream().mapToLong(LogStore::taken).sum();
  }

  private static long taken(LogStream stream) {
    return stream.storedBytes() + (long) OVERHEAD * stream.events().size();
  }

  /** Reads while nobody writes; what the reader gives must not hold on to the store's parts. */
  synchronized <T> T read(Function<Map<String, LogGroup>, T> reader) {
    return reader.apply(groups);
  }

  /** Reads one group. */
  <T> T readGroup(String name, Function<LogGroup, T> reader) {
    return read(
        all -> {
          var group = all.get(name);
          if (group == null) {
            throw LogsError.noSuchGroup();
          }
          return reader.apply(group);
        });
  }
}

package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import java.time.Instant;

/**
 * The log stream of one environment, and beside it the text of the invocation that is going on, of
 * which a caller sees the end: of a long text no more than that is kept.
 */
final class LogOutput {
  /** A caller sees 4 KB; a function that never stops printing fills no more than twice this. */
  private static final int MOST_KEPT = 64 * 1024;

  private final LogSink sink;
  private final Clock clock;
  private final String group;
  private final String stream;
  private final StringBuilder tail = new StringBuilder();

  LogOutput(LogSink sink, Clock clock, String group, String stream) {
    this.sink = sink;
    this.clock = clock;
    this.group = group;
    this.stream = stream;
  }

  Instant now() {
    return clock.now();
  }

  /** Writes an event that belongs to the stream alone. */
  void writeToStream(String message) {
    sink.write(group, stream, clock.now(), message);
  }

  /** Writes an event that belongs to the invocation alone. */
  void writeToTail(String message) {
    tail.append(message);
    if (tail.length() > 2 * MOST_KEPT) {
      tail.delete(0, tail.length() - MOST_KEPT);
    }
  }

  /** Writes an event of the invocation that is going on. */
  void write(String message) {
    writeToTail(message);
    writeToStream(message);
  }

  /** The end of the invocation's text so far; the next one begins empty. */
  String takeTail() {
    var text = tail.toString();
    tail.setLength(0);
    return text;
  }
}

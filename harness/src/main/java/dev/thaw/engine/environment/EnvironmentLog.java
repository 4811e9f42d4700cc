package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;

/**
 * The log stream of one environment, and beside it the text of the invocation that is going on: all
 * of its lines but INIT_START, which AWS leaves out of a log tail (recorded 2023-09-04; a failed
 * Init phase does show in the tail, seen in a console log of 2025-02-10). Of a long text only the
 * end is kept.
 */
final class EnvironmentLog {
  /** A caller sees 4 KB of it; a function that never stops printing fills no more than twice this. */
  private static final int MOST_KEPT = 64 * 1024;

  private final LogSink sink;
  private final Clock clock;
  private final String group;
  private final String stream;
  private final StringBuilder tail = new StringBuilder();

  EnvironmentLog(LogSink sink, Clock clock, String group, String stream) {
    this.sink = sink;
    this.clock = clock;
    this.group = group;
    this.stream = stream;
  }

  /** Writes an event that belongs to the stream alone. */
  void writeToStream(String message) {
    sink.write(group, stream, clock.now(), message);
  }

  /** Writes an event of the invocation that is going on. */
  void write(String message) {
    tail.append(message);
    if (tail.length() > 2 * MOST_KEPT) {
      tail.delete(0, tail.length() - MOST_KEPT);
    }
    writeToStream(message);
  }

  /** The end of the invocation's text so far; the next one begins empty. */
  String takeTail() {
    var text = tail.toString();
    tail.setLength(0);
    return text;
  }
}

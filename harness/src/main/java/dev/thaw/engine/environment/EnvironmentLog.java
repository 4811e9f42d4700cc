package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;

/**
 * The log stream of one environment, and beside it the text of the invocation that is going on: all
 * of its lines but INIT_START, which AWS leaves out of a log tail (recorded 2025-11-24, localstack
 * test_invocation_with_logs; a failed Init phase does show in the tail, seen in a console log of
 * 2025-02-10).
 */
final class EnvironmentLog {
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
    writeToStream(message);
  }

  /** The invocation's text so far; the next one begins empty. */
  String takeTail() {
    var text = tail.toString();
    tail.setLength(0);
    return text;
  }
}

package dev.thaw.engine.logs;

/** One event: its place in the order of arrival, its time, when it came in, and its text. */
record LogEvent(long sequence, String stream, long timestamp, long ingested, String message) {
  /** As AWS writes ids and tokens: 56 digits. */
  String id() {
    return id(sequence);
  }

  static String id(long sequence) {
    return "%056d".formatted(sequence);
  }
}

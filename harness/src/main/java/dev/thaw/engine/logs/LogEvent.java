package dev.thaw.engine.logs;

/** One event: its place in the order of arrival, its time, when it came in, and its text. */
record LogEvent(long sequence, String stream, long timestamp, long ingested, String message) {
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
  private static final long LARGEST_PAGE_BYTES = 1 << 20;

  /** How many of these an answer holds, which is 1 MB at most and one event at least. */
  static int onPage(Iterable<LogEvent> events) {
    int count = 0;
    long bytes = 0;
    for (var event : events) {
      bytes += event.message().length();
      if (bytes > LARGEST_PAGE_BYTES && count > 0) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** As AWS writes ids and tokens: 56 digits. */
  String id() {
    return id(sequence);
  }

  static String id(long sequence) {
    return "%056d".formatted(sequence);
  }
}

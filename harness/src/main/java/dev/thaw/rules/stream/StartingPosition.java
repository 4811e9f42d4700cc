package dev.thaw.rules.stream;

/**
 * From where on a mapping reads a stream.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">
 *     CreateEventSourceMapping</a>
 */
public sealed interface StartingPosition {
  /** Whether a record that arrived then is read by a mapping that started then, all in ns. */
  boolean isRead(long arrivedNs, long startedNs);

  /** From the oldest record on. */
  record TrimHorizon() implements StartingPosition {
    @Override
    public boolean isRead(long arrivedNs, long startedNs) {
      return true;
    }
  }

  /** What arrives from the mapping's start on. */
  record Latest() implements StartingPosition {
    @Override
    public boolean isRead(long arrivedNs, long startedNs) {
      return arrivedNs - startedNs >= 0;
    }
  }

  /** What arrived from that instant on; Kinesis only. */
  record AtTimestamp(long timestampNs) implements StartingPosition {
    @Override
    public boolean isRead(long arrivedNs, long startedNs) {
      return arrivedNs - timestampNs >= 0;
    }
  }
}

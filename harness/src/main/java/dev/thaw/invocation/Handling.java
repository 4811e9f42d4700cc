package dev.thaw.invocation;

import org.jspecify.annotations.Nullable;

/**
 * One event in one invocation, as the function's own log tells: an event that was tried again, or
 * delivered twice, has several. Times are nanoseconds since the epoch by the function's clock, of
 * the handler's entry and end.
 *
 * @param requestId the invocation's
 */
public record Handling(
    String eventId,
    String requestId,
    String logStream,
    boolean isFailed,
    long startedNs,
    long endedNs,
    Place place,
    Temperature temperature) {

  /**
   * Where the event was among others.
   *
   * @param position in the batch, from 0
   * @param shard where a stream's record was read from, where the event tells
   * @param key a stream's partition key, unless it is the event's id
   * @param arrivedMs when a stream took the record, approximately, in ms since the epoch
   */
  public record Place(
      int batchSize,
      int position,
      @Nullable String shard,
      @Nullable String key,
      @Nullable Long arrivedMs) {}

  public int batchSize() {
    return place.batchSize();
  }

  public int position() {
    return place.position();
  }
}

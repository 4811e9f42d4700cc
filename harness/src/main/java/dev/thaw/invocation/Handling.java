package dev.thaw.invocation;

import org.jspecify.annotations.Nullable;

/**
 * One event in one invocation, as the function's own log tells: an event that was tried again, or
 * delivered twice, has several. Times are nanoseconds since the epoch by the function's clock, of
 * the handler's entry and end.
 *
 * @param requestId the invocation's
 * @param position the event's in its batch, from 0
 * @param shard where a stream's record was read from, where the event tells
 * @param key a stream's partition key, unless it is the event's id
 * @param arrivedMs when a stream took the record, approximately, in ms since the epoch
 */
public record Handling(
    String eventId,
    String requestId,
    String logStream,
    boolean isFailed,
    long startedNs,
    long endedNs,
    int batchSize,
    int position,
    @Nullable String shard,
    @Nullable String key,
    @Nullable Long arrivedMs,
    Temperature temperature) {}

package dev.thaw.model;

import dev.thaw.rules.stream.StreamRecord;

/**
 * A record in a simulated shard.
 *
 * @param isPoison whether every batch fails that it is in
 */
record ShardRecord(long arrivedNs, int bytes, int keyHash, boolean isPoison)
    implements StreamRecord {}

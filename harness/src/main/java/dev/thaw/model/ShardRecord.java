package dev.thaw.model;

import dev.thaw.rules.stream.StreamRecord;

/** A record in a simulated shard. */
record ShardRecord(long arrivedNs, int bytes, int keyHash, StreamContent.Item item)
    implements StreamRecord {}

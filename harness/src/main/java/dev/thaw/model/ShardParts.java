package dev.thaw.model;

/** What all shards of a simulated stream share. */
record ShardParts(Failures failures, StreamCounts counts) {}

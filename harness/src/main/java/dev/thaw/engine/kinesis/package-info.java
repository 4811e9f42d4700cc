/** Kinesis Data Streams in memory: streams, shards, records and their limits. */
@NullMarked
package dev.thaw.engine.kinesis;

import org.jspecify.annotations.NullMarked;

/** Event source mappings of streams: how Lambda reads a shard, batches, retries and gives up. */
@NullMarked
package dev.thaw.rules.stream;

import org.jspecify.annotations.NullMarked;

/** Lambda's pollers of streams: they read shards, invoke functions with batches, and retry. */
@NullMarked
package dev.thaw.engine.trigger.stream;

import org.jspecify.annotations.NullMarked;

package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.engine.stream.EventStream;
import dev.thaw.rules.stream.StartingPosition;
import dev.thaw.rules.stream.StreamMapping;

/**
 * How a shard is polled while a mapping keeps its settings.
 *
 * @param rules which read from where the mapping stands
 * @param start from where on it reads at all, having started at {@code startedNs}
 */
record Plan(
    Mapping mapping,
    EventStream stream,
    StreamMapping rules,
    StartingPosition start,
    long startedNs) {}

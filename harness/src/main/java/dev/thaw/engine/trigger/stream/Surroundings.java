package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.stream.EventStreams;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.engine.trigger.destination.Destinations;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What pollers stand on.
 *
 * @param ids gives UUIDs
 * @param streams by the service that their ARNs name
 * @param workers on which they run
 */
public record Surroundings(
    BatchFunctions functions,
    Supplier<String> ids,
    Map<String, EventStreams> streams,
    Destinations destinations,
    PlatformTime time,
    Executor workers,
    PollingFeed feed) {}

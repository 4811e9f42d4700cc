package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.stream.EventStreams;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.engine.trigger.destination.Destinations;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What pollers stand on.
 *
 * @param streams by the service that their ARNs name
 * @param workers on which they run
 */
public record Surroundings(
    Lambda lambda,
    Map<String, EventStreams> streams,
    Destinations destinations,
    PlatformTime time,
    Executor workers,
    PollingFeed feed) {}

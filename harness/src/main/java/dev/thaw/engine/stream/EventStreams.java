package dev.thaw.engine.stream;

import java.util.Optional;

/**
 * The streams of one service, as the owner of an event source mapping names them; thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html">Event
 *     source mappings</a>
 */
@FunctionalInterface
public interface EventStreams {
  /** The stream with that ARN, if it exists. */
  Optional<EventStream> find(String arn);
}

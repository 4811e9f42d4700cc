package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.engine.lambda.mapping.Pollers;
import dev.thaw.engine.stream.EventStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pollers of all mappings of streams; they share a few threads. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Lambda and
 *     Kinesis</a>
 */
public final class StreamPollers implements Pollers, AutoCloseable {
  private final Surroundings around;
  private final Map<String, MappingPoller> pollers = new ConcurrentHashMap<>();

  public StreamPollers(Surroundings around) {
    this.around = around;
  }

  @Override
  public void start(Mapping mapping) {
    stream(mapping.source())
        .ifPresent(
            stream ->
                pollers
                    .computeIfAbsent(mapping.uuid(), uuid -> new MappingPoller(around))
                    .start(mapping, stream));
  }

  private Optional<EventStream> stream(String arn) {
    return Optional.ofNullable(around.streams().get(arn.split(":", -1)[2]))
        .flatMap(streams -> streams.find(arn));
  }

  @Override
  public void stop(Mapping mapping) {
    Optional.ofNullable(pollers.get(mapping.uuid())).ifPresent(MappingPoller::stop);
  }

  @Override
  public void remove(Mapping mapping) {
    Optional.ofNullable(pollers.remove(mapping.uuid())).ifPresent(MappingPoller::stop);
  }

  @Override
  public Optional<String> lastResult(Mapping mapping) {
    return Optional.ofNullable(pollers.get(mapping.uuid())).flatMap(MappingPoller::lastResult);
  }

  /** Sends no further batch for any mapping. */
  @Override
  public void close() {
    pollers.values().forEach(MappingPoller::stop);
  }
}

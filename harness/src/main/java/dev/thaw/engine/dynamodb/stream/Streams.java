package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.stream.EventStream;
import dev.thaw.engine.stream.EventStreams;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** All streams of all tables, those of deleted tables, too, while they can be read. Thread-safe. */
public final class Streams implements EventStreams {
  private final ConcurrentSkipListMap<String, ChangeStream> byArn = new ConcurrentSkipListMap<>();
  private final LongSupplier platformNs;

  /** {@code platformNs} is platform time, in which records and streams age. */
  public Streams(LongSupplier platformNs) {
    this.platformNs = platformNs;
  }

  public ChangeStream open(StreamIdentity identity) {
    var stream = new ChangeStream(identity, platformNs);
    byArn.put(stream.arn(), stream);
    return stream;
  }

  @Override
  public Optional<EventStream> find(String arn) {
    return stream(arn).map(EventStream.class::cast);
  }

  Optional<ChangeStream> stream(String arn) {
    removeGone();
    return Optional.ofNullable(byArn.get(arn));
  }

  /** The stream that a request names. */
  ChangeStream named(String arn) {
    return stream(arn)
        .orElseThrow(
            () ->
                DynamoDbError.RESOURCE_NOT_FOUND.because(
                    "Requested resource not found: Stream: " + arn + " not found"));
  }

  /** In the order of their ARNs. */
  Stream<ChangeStream> all() {
    removeGone();
    return byArn.values().stream();
  }

  private void removeGone() {
    byArn.values().removeIf(ChangeStream::isGone);
  }

  long nowNs() {
    return platformNs.getAsLong();
  }
}

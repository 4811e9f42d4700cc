package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.stream.EventStream;
import dev.thaw.rules.stream.StreamSource;
import java.util.List;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;

/**
 * A table's stream: its changes from its enabling to its disabling, all in one shard. AWS has a
 * shard for each partition of the table; the order of the changes of one item is the same.
 * Thread-safe.
 */
public final class ChangeStream implements EventStream {
  private final StreamIdentity identity;
  private final LongSupplier platformNs;
  private final ChangeShard shard;
  private volatile long closedNs;

  ChangeStream(StreamIdentity identity, LongSupplier platformNs) {
    this.identity = identity;
    this.platformNs = platformNs;
    this.shard = new ChangeShard(identity, platformNs, ChangeShard.MOST);
  }

  public StreamIdentity identity() {
    return identity;
  }

  @Override
  public String arn() {
    return identity.arn();
  }

  @Override
  public StreamSource kind() {
    return StreamSource.DYNAMODB;
  }

  @Override
  public List<ChangeShard> shards() {
    return List.of(shard);
  }

  ChangeShard shard() {
    return shard;
  }

  public void append(ItemChange change) {
    shard.append(change);
  }

  /** No more changes come; those that are there stay readable for 24 hours. */
  public void close() {
    closedNs = platformNs.getAsLong();
    shard.close();
  }

  /** Whether changes still come. */
  public boolean isOpen() {
    return !shard.isClosed();
  }

  StreamStatus status() {
    return shard.isClosed() ? StreamStatus.DISABLED : StreamStatus.ENABLED;
  }

  boolean isGone() {
    return shard.isClosed() && platformNs.getAsLong() - closedNs > ChangeShard.RETENTION_NS;
  }
}

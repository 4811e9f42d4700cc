package dev.thaw.engine.stream;

import dev.thaw.rules.stream.StreamSource;
import java.util.List;

/**
 * A stream that can be polled; thread-safe. That it has new shards is seen by the end of an old
 * one: see {@link EventShard#isEnded}.
 *
 * <p>A poller's work on one shard:
 *
 * <pre>{@code
 * List<EventRecord> records = shard.read(position, 1_000);
 * if (records.isEmpty() && !shard.isEnded(position)) {
 *   shard.whenMore(position, this::wake);
 * }
 * }</pre>
 */
public interface EventStream {
  /** The ARN that records and mappings name. */
  String arn();

  /** What it is to Lambda: how often it is polled and what a read brings. */
  StreamSource kind();

  /** The shards that it has now, closed ones with records included, parents before children. */
  List<? extends EventShard> shards();
}

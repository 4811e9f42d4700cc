package dev.thaw.engine.stream;

import java.util.List;

/** One shard of a stream: records in their order; thread-safe. */
public interface EventShard {
  /** The position from which all records are read: nothing lies before it. */
  long HORIZON = -1;

  /** {@code shardId-000000000000}. */
  String id();

  /** The shards whose records come before this one's; those that are gone may be named too. */
  List<String> parents();

  /** At most so many records behind that position, oldest first; those still kept. */
  List<? extends EventRecord> read(long position, int most);

  /** Whether no record is or ever will be behind that position: the shard was closed or deleted. */
  boolean isEnded(long position);

  /**
   * Runs the task once, as soon as there is a record behind that position or the shard has ended;
   * at once if that is so already. It runs on whatever thread brings the record, so it is quick.
   */
  void whenMore(long position, Runnable task);
}

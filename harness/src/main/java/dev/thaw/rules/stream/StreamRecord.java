package dev.thaw.rules.stream;

/** What an event source mapping looks at in a record of a shard. */
public interface StreamRecord {
  /** When it was put into the stream, in ns. */
  long arrivedNs();

  /** What it adds to the payload of an invocation. */
  int bytes();

  /** The same for records with the same partition key; see {@link HashKey#lane}. */
  int keyHash();
}

package dev.thaw.engine.stream;

/** A stream of one of the engine's services that a test puts records into. */
public interface VirtualSource {
  /** The service in the stream's ARN. */
  String service();

  EventStreams streams();

  String arn();

  /** Puts a record, now; false when the stream does not take it. */
  boolean put(String partitionKey, String json);
}

package dev.thaw.engine.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.rules.stream.StreamRecord;
import java.io.IOException;
import java.time.Instant;

/**
 * A record of a shard, as a poller needs it. Of the rules' members, {@code arrivedNs} is platform
 * time, {@code bytes} what it adds to an invocation's payload, and {@code keyHash} equal for
 * records of one partition key or item.
 */
public interface EventRecord extends StreamRecord {
  /** Grows with each record of a shard; from 0. */
  long position();

  /** The decimal number that the service gave it; what {@code itemIdentifier} names. */
  String sequenceNumber();

  /** {@code ApproximateArrivalTimestamp} or {@code ApproximateCreationDateTime}. */
  Instant arrived();

  /**
   * Writes it as an element of the event's {@code Records}.
   *
   * @param invokeIdentityArn the function's role, which a Kinesis record names
   */
  void writeTo(JsonGenerator json, String invokeIdentityArn) throws IOException;

  /**
   * What a mapping's filter patterns look at.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">Event
   *     filtering</a>
   */
  JsonNode filterable();
}

package dev.thaw.engine.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.thaw.engine.stream.EventRecord;
import dev.thaw.rules.stream.StreamSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record in a shard.
 *
 * @param arrived by the wall clock, which clients see
 * @param arrivedNs in platform time, by which it ages
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Its event</a>
 */
record StoredRecord(Shard shard, long position, NewRecord content, Instant arrived, long arrivedNs)
    implements EventRecord {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String sequenceNumber() {
    return shard.sequenceNumber(position);
  }

  @Override
  public int bytes() {
    return StreamSource.KINESIS.payloadBytes(
        content.partitionKey().length(), content.data().length);
  }

  /** What it counts for in Kinesis's limits. */
  int size() {
    return content.size();
  }

  @Override
  public int keyHash() {
    return content.keyHash();
  }

  @Override
  public void writeTo(JsonGenerator json, String invokeIdentityArn) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("kinesis");
    json.writeStringField("kinesisSchemaVersion", "1.0");
    json.writeStringField("partitionKey", content.partitionKey());
    json.writeStringField("sequenceNumber", sequenceNumber());
    json.writeBinaryField("data", content.data());
    json.writeNumberField(
        "approximateArrivalTimestamp", BigDecimal.valueOf(arrived.toEpochMilli(), 3));
    json.writeEndObject();
    json.writeStringField("eventSource", "aws:kinesis");
    json.writeStringField("eventVersion", "1.0");
    json.writeStringField("eventID", shard.id() + ":" + sequenceNumber());
    json.writeStringField("eventName", "aws:kinesis:record");
    json.writeStringField("invokeIdentityArn", invokeIdentityArn);
    json.writeStringField("awsRegion", shard.stream().region());
    json.writeStringField("eventSourceARN", shard.stream().arn());
    json.writeEndObject();
  }

  @Override
  public JsonNode filterable() {
    return JSON.createObjectNode()
        .put("kinesisSchemaVersion", "1.0")
        .put("partitionKey", content.partitionKey())
        .put("sequenceNumber", sequenceNumber())
        .set("data", data());
  }

  /** JSON where it is JSON, else a text that only a pattern for texts can match. */
  private JsonNode data() {
    try {
      return JSON.readTree(content.data());
    } catch (IOException notJson) {
      return TextNode.valueOf(new String(content.data(), StandardCharsets.UTF_8));
    }
  }
}

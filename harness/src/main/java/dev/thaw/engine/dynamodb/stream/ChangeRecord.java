package dev.thaw.engine.dynamodb.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ValueWriter;
import dev.thaw.engine.stream.EventRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * One change of one item, with those images of it that its stream shows.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">
 *     Record</a>
 */
final class ChangeRecord implements EventRecord {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "1.1";
  private static final String SOURCE = "aws:dynamodb";

  private final StreamIdentity stream;
  private final long position;
  private final ItemChange change;
  private final long arrivedNs;
  private final Optional<Item> oldImage;
  private final Optional<Item> newImage;
  // What it adds to a payload, once somebody has asked; the same whoever works it out.
  private int payloadBytes = -1;

  ChangeRecord(StreamIdentity stream, long position, ItemChange change, long arrivedNs) {
    this.stream = stream;
    this.position = position;
    this.change = change;
    this.arrivedNs = arrivedNs;
    this.oldImage = stream.hasOldImages() ? change.before() : Optional.empty();
    this.newImage = stream.hasNewImages() ? change.after() : Optional.empty();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public String sequenceNumber() {
    return stream.sequenceNumber(position);
  }

  /** DynamoDB tells the second only. */
  @Override
  public Instant arrived() {
    return change.at().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public long arrivedNs() {
    return arrivedNs;
  }

  @Override
  public int keyHash() {
    return change.lane();
  }

  @Override
  public int bytes() {
    if (payloadBytes < 0) {
      payloadBytes = written().length;
    }
    return payloadBytes;
  }

  private byte[] written() {
    var bytes = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(bytes)) {
      writeTo(json, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The keys and the images that are shown. */
  long sizeBytes() {
    return (long) change.keys().bytes()
        + oldImage.map(Item::bytes).orElse(0)
        + newImage.map(Item::bytes).orElse(0);
  }

  private OperationType event() {
    return change.before().isEmpty()
        ? OperationType.INSERT
        : change.after().isEmpty() ? OperationType.REMOVE : OperationType.MODIFY;
  }

  Record shape() {
    var details =
        StreamRecord.builder()
            .approximateCreationDateTime(arrived())
            .keys(change.keys().shape())
            .sequenceNumber(sequenceNumber())
            .sizeBytes(sizeBytes())
            .streamViewType(stream.viewType());
    oldImage.ifPresent(image -> details.oldImage(image.shape()));
    newImage.ifPresent(image -> details.newImage(image.shape()));
    return Record.builder()
        .eventID(stream.eventId(position))
        .eventName(event())
        .eventVersion(VERSION)
        .eventSource(SOURCE)
        .awsRegion(stream.region())
        .dynamodb(details.build())
        .build();
  }

  /** Its members and their order: localstack test_dynamodb_event_source_mapping, 2025-11-25. */
  @Override
  public void writeTo(JsonGenerator json, String invokeIdentityArn) throws IOException {
    json.writeStartObject();
    json.writeStringField("eventID", stream.eventId(position));
    json.writeStringField("eventName", event().toString());
    json.writeStringField("eventVersion", VERSION);
    json.writeStringField("eventSource", SOURCE);
    json.writeStringField("awsRegion", stream.region());
    json.writeFieldName("dynamodb");
    writeDetails(json);
    json.writeStringField("eventSourceARN", stream.arn());
    json.writeEndObject();
  }

  private void writeDetails(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("ApproximateCreationDateTime", arrived().getEpochSecond());
    write(json, "Keys", Optional.of(change.keys()));
    write(json, "NewImage", newImage);
    write(json, "OldImage", oldImage);
    json.writeStringField("SequenceNumber", sequenceNumber());
    json.writeNumberField("SizeBytes", sizeBytes());
    json.writeStringField("StreamViewType", stream.viewType().toString());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Optional<Item> item)
      throws IOException {
    if (item.isPresent()) {
      json.writeFieldName(name);
      new ValueWriter(json).write(item.orElseThrow());
    }
  }

  @Override
  public JsonNode filterable() {
    try (var tokens = new TokenBuffer(JSON, false)) {
      writeTo(tokens, "");
      return JSON.readTree(tokens.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

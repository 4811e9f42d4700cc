package dev.thaw.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events in a payload, as a sample function recognises them: those without an id are not among
 * them. A copy of the function's own reading, which it is held against by a test: functions stand
 * apart.
 *
 * @param source direct, http, s3, kinesis, dynamodb
 * @param batchSize how many records came, with or without an id
 */
public record ReceivedEvents(
    String source, @Nullable String shard, int batchSize, List<Received> events) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> RECORDS =
      Map.of("aws:s3", "s3", "aws:kinesis", "kinesis", "aws:dynamodb", "dynamodb");

  private static final double MS_PER_SECOND = 1000;

  /** One event: its id, the key it was ordered by, when a stream took it. */
  public record Received(String id, @Nullable String key, @Nullable Long arrivedMs) {}

  public ReceivedEvents {
    events = List.copyOf(events);
  }

  /** Reads a payload; one that is no JSON holds no event. */
  public static ReceivedEvents of(byte[] payload) {
    var json = tree(payload);
    var records = json.path("Records");
    var source = RECORDS.get(records.path(0).path("eventSource").asText());
    if (source != null) {
      return ofRecords(source, records);
    }
    if (json.path("requestContext").isObject()) {
      var body = json.path("body").asText();
      var bytes = json.path("isBase64Encoded").asBoolean() ? base64(json.path("body")) : utf8(body);
      return new ReceivedEvents("http", null, 1, direct(tree(bytes)));
    }
    return new ReceivedEvents("direct", null, 1, direct(json));
  }

  /** True when the answer has to be that of a proxy integration. */
  public boolean isHttp() {
    return source.equals("http");
  }

  /** What the function logs; nothing of a payload without an id. */
  public List<HandledLine> lines(String requestId, Marker marker) {
    var lines = new ArrayList<HandledLine>();
    for (int first = 0; first < events.size(); first += HandledLine.MOST_IDS) {
      var some = events.subList(first, Math.min(events.size(), first + HandledLine.MOST_IDS));
      lines.add(
          new HandledLine(
              requestId,
              source,
              false,
              marker,
              shard,
              batchSize,
              first,
              some.stream().map(Received::id).toList(),
              some.stream().map(Received::key).allMatch(Objects::isNull)
                  ? null
                  : some.stream().map(ReceivedEvents::keyOrId).toList(),
              some.stream().map(Received::arrivedMs).anyMatch(Objects::isNull)
                  ? null
                  : some.stream().map(one -> Objects.requireNonNull(one.arrivedMs())).toList()));
    }
    return lines;
  }

  private static String keyOrId(Received event) {
    return event.key() == null ? event.id() : event.key();
  }

  private static List<Received> direct(JsonNode payload) {
    var id = payload.path("id");
    return id.isTextual() ? List.of(new Received(id.asText(), null, null)) : List.of();
  }

  private static ReceivedEvents ofRecords(String source, JsonNode records) {
    var events = new ArrayList<Received>();
    for (var one : records) {
      var event =
          switch (source) {
            case "s3" -> s3(one.path("s3"));
            case "kinesis" -> kinesis(one.path("kinesis"));
            default -> dynamoDb(one.path("dynamodb"));
          };
      if (event != null) {
        events.add(event);
      }
    }
    return new ReceivedEvents(source, shard(records.path(0)), records.size(), events);
  }

  /** The key is encoded as in a form. */
  private static Received s3(JsonNode s3) {
    var key = s3.path("object").path("key").asText();
    var plain = URLDecoder.decode(key, StandardCharsets.UTF_8);
    return new Received(plain.substring(plain.lastIndexOf('/') + 1), null, null);
  }

  private static Received kinesis(JsonNode kinesis) {
    var key = kinesis.path("partitionKey").asText();
    var id = tree(base64(kinesis.path("data"))).path("id").asText(key);
    var arrived = kinesis.path("approximateArrivalTimestamp").asDouble() * MS_PER_SECOND;
    return new Received(id, id.equals(key) ? null : key, Math.round(arrived));
  }

  private static @Nullable Received dynamoDb(JsonNode dynamoDb) {
    var key = dynamoDb.path("Keys").path("id").path("S").asText();
    var event = dynamoDb.path("NewImage").path("event").path("S");
    if (!event.isTextual()) {
      return null;
    }
    var arrived = dynamoDb.path("ApproximateCreationDateTime").asDouble() * MS_PER_SECOND;
    var id = event.asText();
    return new Received(id, id.equals(key) ? null : key, Math.round(arrived));
  }

  /** Of Kinesis alone: {@code shardId-000000000000:4954...}. */
  private static @Nullable String shard(JsonNode first) {
    var eventId = first.path("eventID").asText();
    int colon = eventId.indexOf(':');
    return colon < 0 ? null : eventId.substring(0, colon);
  }

  private static byte[] base64(JsonNode text) {
    try {
      return text.binaryValue() == null ? new byte[0] : text.binaryValue();
    } catch (IOException notBase64) {
      return new byte[0];
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }
}

package dev.thaw.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who invokes the function, and how its records read.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html">S3</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Kinesis</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">DynamoDB</a>
 */
enum Source {
  DIRECT(Event::of),
  HTTP(Event::of),
  S3(Source::s3),
  KINESIS(Source::kinesis),
  DYNAMODB(Source::dynamoDb);

  private static final double MS_PER_SECOND = 1000;

  @SuppressWarnings("ImmutableEnumChecker") // each is a reference to a method
  private final Function<Map<String, Object>, Event> record;

  Source(Function<Map<String, Object>, Event> record) {
    this.record = record;
  }

  /** Whose records are marked so. */
  static Optional<Source> of(String eventSource) {
    return Arrays.stream(values())
        .filter(source -> eventSource.equals("aws:" + source.label()))
        .findFirst();
  }

  /** The name in the log. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Event> events(List<?> records) {
    var events = new ArrayList<Event>();
    for (var one : records) {
      events.add(record.apply(object(one)));
    }
    return events;
  }

  /** The object's name without folders; an upload says nothing of work. */
  private static Event s3(Map<String, Object> record) {
    var key = text(object(object(record.get("s3")).get("object")).get("key"));
    var plain = URLDecoder.decode(key, UTF_8);
    return new Event(plain.substring(plain.lastIndexOf('/') + 1), null, null, null);
  }

  private static Event kinesis(Map<String, Object> record) {
    var kinesis = object(record.get("kinesis"));
    var key = text(kinesis.get("partitionKey"));
    var data = new String(Base64.getDecoder().decode(text(kinesis.get("data"))), UTF_8);
    var payload = Json.object(data);
    var id = payload.get("id") instanceof String own ? own : key;
    return event(id, key, kinesis.get("approximateArrivalTimestamp"), payload);
  }

  /** A removal has no new image: it is none of our events. */
  private static Event dynamoDb(Map<String, Object> record) {
    var dynamoDb = object(record.get("dynamodb"));
    var image = object(dynamoDb.get("NewImage"));
    if (!(object(image.get("event")).get("S") instanceof String id)) {
      return new Event(null, null, null, null);
    }
    var key = text(object(object(dynamoDb.get("Keys")).get("id")).get("S"));
    var payload = Json.object(text(object(image.get("payload")).get("S")));
    return event(id, key, dynamoDb.get("ApproximateCreationDateTime"), payload);
  }

  private static Event event(
      String id, String key, @Nullable Object arrived, Map<String, Object> payload) {
    long arrivedMs =
        arrived instanceof Number seconds ? Math.round(seconds.doubleValue() * MS_PER_SECOND) : 0;
    return new Event(id, id.equals(key) ? null : key, arrivedMs, payload);
  }

  /** What the serializer made of a JSON object has texts as its keys. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}

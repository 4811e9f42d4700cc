package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.thaw.load.Route;
import java.net.URI;
import java.util.Map;

/**
 * A PutItem of an item whose attributes are its key {@code id}, the {@code event}'s id and the
 * {@code payload} as text.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</a>
 */
record DynamoDbRequest(URI url, Route.DynamoDbPut route) implements RouteRequest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-amz-json-1.0",
          "X-Amz-Target", "DynamoDB_20120810.PutItem");

  private record PutItem(
      @JsonProperty("TableName") String table, @JsonProperty("Item") Item item) {}

  private record Item(Text id, Text event, Text payload) {}

  private record Text(@JsonProperty("S") String value) {}

  static DynamoDbRequest of(Route.DynamoDbPut route, Endpoints endpoints) {
    return new DynamoDbRequest(endpoints.of("dynamodb", "/"), route);
  }

  @Override
  public String service() {
    return "dynamodb";
  }

  @Override
  public Map<String, String> headers() {
    return HEADERS;
  }

  @Override
  public byte[] body(Event event) {
    var item =
        new Item(
            new Text(event.key(route.keys())),
            new Text(event.id()),
            new Text(new String(event.payload(), UTF_8)));
    return JsonBody.of(new PutItem(route.table(), item));
  }
}

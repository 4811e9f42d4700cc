package dev.thaw.gatling;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.thaw.load.Route;
import java.net.URI;
import java.util.Map;

/**
 * A PutRecord of the event's payload.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html">
 *     PutRecord</a>
 */
record KinesisRequest(URI url, Route.KinesisPut route) implements RouteRequest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-amz-json-1.1",
          "X-Amz-Target", "Kinesis_20131202.PutRecord");

  private record PutRecord(
      @JsonProperty("StreamName") String stream,
      @JsonProperty("Data") byte[] data,
      @JsonProperty("PartitionKey") String partitionKey) {}

  static KinesisRequest of(Route.KinesisPut route, Endpoints endpoints) {
    return new KinesisRequest(endpoints.of("kinesis", "/"), route);
  }

  @Override
  public String service() {
    return "kinesis";
  }

  @Override
  public Map<String, String> headers() {
    return HEADERS;
  }

  @Override
  public byte[] body(Event event) {
    return JsonBody.of(new PutRecord(route.stream(), event.payload(), event.key(route.keys())));
  }
}

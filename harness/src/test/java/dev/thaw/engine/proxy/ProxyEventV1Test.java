package dev.thaw.engine.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.protocol.Wire;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProxyEventV1Test {
  private static final Instant AT = Instant.parse("2026-11-23T04:05:06.007Z");

  private static ProxyRequest request(String method, String target, String body) {
    var wire =
        Wire.request(
            method,
            target,
            body,
            "Host",
            "abc.execute-api.eu-west-1.localhost:4566",
            "X-Two",
            "a",
            "X-Two",
            "b");
    return ProxyRequest.of(Wire.CALL.withWire(wire), "/pets/7", AT);
  }

  private static JsonNode restEvent(ProxyRequest request) throws JsonProcessingException {
    var target =
        new ProxyTarget("abc", "111111111111", "v1", "/pets/{id}", Map.of("id", "7"), Map.of());
    var event = ProxyEventV1.ofRestApi(request, target, "r1");
    return new ObjectMapper().readTree(new String(event, UTF_8));
  }

  @Test
  void hasTheLastOfSeveralValuesAndAllOfThem() throws JsonProcessingException {
    var event = restEvent(request("GET", "/v1/pets/7?x=1&x=2", ""));
    assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("2");
    assertThat(event.at("/multiValueQueryStringParameters/x").toString())
        .isEqualTo("[\"1\",\"2\"]");
    assertThat(event.at("/headers/X-Two").asText()).isEqualTo("b");
    assertThat(event.at("/multiValueHeaders/X-Two").toString()).isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void namesTheResourceThePathAndTheStage() throws JsonProcessingException {
    var event = restEvent(request("POST", "/v1/pets/7", "{}"));
    assertThat(event.path("resource").asText()).isEqualTo("/pets/{id}");
    assertThat(event.path("path").asText()).isEqualTo("/pets/7");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("7");
    assertThat(event.path("body").asText()).isEqualTo("{}");
    assertThat(event.at("/requestContext/path").asText()).isEqualTo("/v1/pets/7");
    assertThat(event.at("/requestContext/resourceId").asText()).isEqualTo("r1");
    assertThat(event.at("/requestContext/domainPrefix").asText()).isEqualTo("abc");
    assertThat(event.at("/requestContext/requestTime").asText())
        .isEqualTo("23/Nov/2026:04:05:06 +0000");
    assertThat(event.at("/requestContext/requestTimeEpoch").asLong()).isEqualTo(1795406706007L);
  }

  @Test
  void saysNullWhereThereIsNothing() throws JsonProcessingException {
    var event = restEvent(request("GET", "/v1/pets/7", ""));
    assertThat(event.get("queryStringParameters").isNull()).isTrue();
    assertThat(event.get("stageVariables").isNull()).isTrue();
    assertThat(event.get("body").isNull()).isTrue();
  }
}

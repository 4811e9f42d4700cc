package dev.thaw.engine.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.protocol.WireResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What a function returned, as an HTTP response; empty where it is none.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Response payload
 *     format of function URLs</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html">
 *     Errors with an API Gateway API</a>
 */
public final class ProxyResult {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATUS_CODE = "statusCode";

  private static final Set<String> MEMBERS_V1 =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

  private ProxyResult() {}

  /**
   * By payload format 2.0: what has no status code is a body of JSON as a whole, answered with 200.
   */
  public static Optional<WireResponse> ofFormat2(byte[] payload) {
    return read(payload)
        .flatMap(
            result ->
                result.isObject() && result.has(STATUS_CODE)
                    ? structured(result, "application/json")
                    : Optional.of(new WireResponse(200, json(), payload)));
  }

  /**
   * By payload format 1.0: an object of the known members alone. That a missing status code means
   * 200 is our reading.
   */
  public static Optional<WireResponse> ofFormat1(byte[] payload) {
    return read(payload)
        .filter(JsonNode::isObject)
        .filter(
            result -> {
              var names = result.fieldNames();
              while (names.hasNext()) {
                if (!MEMBERS_V1.contains(names.next())) {
                  return false;
                }
              }
              return true;
            })
        .flatMap(result -> structured(result, "application/json"));
  }

  private static Optional<JsonNode> read(byte[] payload) {
    try {
      return Optional.ofNullable(JSON.readTree(payload));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static HttpHeaders json() {
    return new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
  }

  private static Optional<WireResponse> structured(JsonNode result, String defaultType) {
    int status = result.has(STATUS_CODE) ? result.get(STATUS_CODE).asInt(-1) : 200;
    var body = result.path("body");
    boolean isText = body.isTextual() || body.isMissingNode() || body.isNull();
    if (status < 100 || status > 599 || !isText) {
      return Optional.empty();
    }
    var headers = new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, defaultType);
    return headers(result, headers)
        .flatMap(all -> body(result, body).map(bytes -> new WireResponse(status, all, bytes)));
  }

  private static Optional<byte[]> body(JsonNode result, JsonNode body) {
    var text = body.isTextual() ? body.textValue() : "";
    if (!result.path("isBase64Encoded").asBoolean()) {
      return Optional.of(text.getBytes(UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Empty where a name or value cannot be a header's. */
  private static Optional<HttpHeaders> headers(JsonNode result, HttpHeaders headers) {
    try {
      result
          .path("headers")
          .properties()
          .forEach(header -> headers.set(header.getKey(), header.getValue().asText()));
      result
          .path("multiValueHeaders")
          .properties()
          .forEach(
              header -> {
                headers.remove(header.getKey());
                header.getValue().forEach(value -> headers.add(header.getKey(), value.asText()));
              });
      result.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
      headers.remove(HttpHeaderNames.CONTENT_LENGTH);
      headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
      return Optional.of(headers);
    } catch (IllegalArgumentException notAHeader) {
      return Optional.empty();
    }
  }
}

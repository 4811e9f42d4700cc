package dev.thaw.sample;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The body that a proxy hands on, as an API Gateway (payload 1.0 and 2.0) and a function URL do.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Payload formats</a>
 */
final class HttpBody {
  private HttpBody() {}

  static Map<String, Object> of(Map<String, Object> request) {
    if (!(request.get("body") instanceof String body)) {
      return Map.of();
    }
    return Json.object(
        Boolean.TRUE.equals(request.get("isBase64Encoded"))
            ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
            : body);
  }

  /** What the proxy makes an answer of. */
  static Map<String, Object> answer(Map<String, Object> body) {
    return Map.of(
        "statusCode",
        200,
        "headers",
        Map.of("content-type", "application/json"),
        "body",
        JsonText.of(body));
  }
}

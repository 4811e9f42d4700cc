package dev.thaw.engine.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as an event of payload format 2.0, of HTTP APIs and function URLs.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Payload format version</a>
 */
public final class ProxyEventV2 {
  private ProxyEventV2() {}

  /** The event's JSON. */
  public static byte[] of(ProxyRequest request, ProxyTarget target) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", target.route());
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.wire().rawQuery());
    var cookies = request.cookies();
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    putJoined(event.putObject("headers"), lowerCase(request));
    if (!request.wire().query().isEmpty()) {
      putJoined(event.putObject("queryStringParameters"), request.wire().query());
    }
    event.set("requestContext", context(request, target));
    ProxyJson.putIfAny(event, "pathParameters", target.pathParameters());
    ProxyJson.putIfAny(event, "stageVariables", target.stageVariables());
    if (request.hasBody()) {
      event.put("body", request.isText() ? request.text() : request.base64());
    }
    event.put("isBase64Encoded", request.hasBody() && !request.isText());
    return ProxyJson.bytes(event);
  }

  private static Map<String, List<String>> lowerCase(ProxyRequest request) {
    var headers = new TreeMap<String, List<String>>();
    request.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    headers.remove("cookie");
    headers.put("x-forwarded-for", List.of(request.sourceIp()));
    headers.put("x-forwarded-proto", List.of("http"));
    return headers;
  }

  private static void putJoined(ObjectNode node, Map<String, List<String>> values) {
    values.forEach((name, all) -> node.put(name, String.join(",", all)));
  }

  private static ObjectNode context(ProxyRequest request, ProxyTarget target) {
    var context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", target.account());
    context.put("apiId", target.apiId());
    context.put("domainName", request.domain());
    context.put("domainPrefix", request.domainPrefix());
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.path())
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.userAgent());
    context.put("requestId", request.requestId());
    context.put("routeKey", target.route());
    context.put("stage", target.stage());
    context.put("time", ProxyJson.time(request.at()));
    context.put("timeEpoch", request.at().toEpochMilli());
    return context;
  }
}

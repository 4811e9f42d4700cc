package dev.thaw.engine.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as an event of payload format 1.0, of REST APIs and of HTTP APIs that ask for it.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">
 *     Lambda proxy integrations in API Gateway</a>
 */
public final class ProxyEventV1 {
  private ProxyEventV1() {}

  /** A REST API's event: text is what it is, whatever its type says. */
  public static byte[] ofRestApi(ProxyRequest request, ProxyTarget target, String resourceId) {
    var event = event(request, target, request.hasBody() ? request.text() : null, false);
    ((ObjectNode) event.get("requestContext"))
        .put("path", "/" + target.stage() + request.path())
        .put("resourceId", resourceId);
    return ProxyJson.bytes(event);
  }

  /** An HTTP API's event, which says its version. */
  public static byte[] ofHttpApi(ProxyRequest request, ProxyTarget target) {
    boolean isEncoded = request.hasBody() && !request.isText();
    var body = isEncoded ? request.base64() : request.text();
    var event = event(request, target, request.hasBody() ? body : null, isEncoded);
    return ProxyJson.bytes(event.put("version", "1.0"));
  }

  private static ObjectNode event(
      ProxyRequest request, ProxyTarget target, @Nullable String body, boolean isBase64Encoded) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("resource", target.route());
    event.put("path", request.path());
    event.put("httpMethod", request.method());
    put(event, "headers", "multiValueHeaders", request.headers());
    put(event, "queryStringParameters", "multiValueQueryStringParameters", request.wire().query());
    putOrNull(event, "pathParameters", target.pathParameters());
    putOrNull(event, "stageVariables", target.stageVariables());
    event.set("requestContext", context(request, target));
    event.put("body", body);
    event.put("isBase64Encoded", isBase64Encoded);
    return event;
  }

  /** Of several values the plain map has the last one. */
  private static void put(
      ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single);
      event.putNull(multiple);
      return;
    }
    var last = event.putObject(single);
    var all = event.putObject(multiple);
    values.forEach(
        (name, list) -> {
          last.put(name, list.get(list.size() - 1));
          list.forEach(all.putArray(name)::add);
        });
  }

  private static void putOrNull(ObjectNode event, String name, Map<String, String> values) {
    event.putNull(name);
    ProxyJson.putIfAny(event, name, values);
  }

  private static ObjectNode context(ProxyRequest request, ProxyTarget target) {
    var context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", target.account());
    context.put("apiId", target.apiId());
    context.put("domainName", request.domain());
    context.put("domainPrefix", request.domainPrefix());
    context.put("extendedRequestId", request.requestId());
    context.put("httpMethod", request.method());
    context
        .putObject("identity")
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.userAgent());
    context.put("path", request.path());
    context.put("protocol", "HTTP/1.1");
    context.put("requestId", request.requestId());
    context.put("requestTime", ProxyJson.time(request.at()));
    context.put("requestTimeEpoch", request.at().toEpochMilli());
    context.put("resourcePath", target.route());
    context.put("stage", target.stage());
    return context;
  }
}

package dev.thaw.engine.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.WireRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client's HTTP request on its way to a function: what came over the wire, the path behind the
 * stage, the request's id and its time.
 */
public record ProxyRequest(WireRequest wire, String path, String requestId, Instant at) {
  private static final String LOOPBACK = "127.0.0.1";

  /** The request of a call, whose path begins behind a stage or is whole. */
  public static ProxyRequest of(Call call, String path, Instant at) {
    return new ProxyRequest(call.wire(), path, call.requestId(), at);
  }

  String method() {
    return wire.method();
  }

  /** The host without its port. */
  String domain() {
    return wire.host().split(":", 2)[0];
  }

  String domainPrefix() {
    return domain().split("\\.", 2)[0];
  }

  String userAgent() {
    return wire.header("User-Agent").orElse("");
  }

  /** Clients of an endpoint on loopback are on loopback. */
  String sourceIp() {
    return LOOPBACK;
  }

  /** All headers by their names as they came, each with all of its values. */
  Map<String, List<String>> headers() {
    var headers = new TreeMap<String, List<String>>();
    for (var header : wire.headers()) {
      headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>()).add(header.getValue());
    }
    return headers;
  }

  List<String> cookies() {
    return wire.headers().getAll("Cookie").stream()
        .flatMap(line -> List.of(line.split(";\\s*")).stream())
        .toList();
  }

  boolean hasBody() {
    return wire.body().length > 0;
  }

  /** Whether a body of that type is text to payload 2.0; anything else travels as base64. */
  boolean isText() {
    var type = wire.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.startsWith("application/json")
        || type.startsWith("application/javascript")
        || type.startsWith("application/xml");
  }

  String text() {
    return new String(wire.body(), UTF_8);
  }

  String base64() {
    return Base64.getEncoder().encodeToString(wire.body());
  }
}

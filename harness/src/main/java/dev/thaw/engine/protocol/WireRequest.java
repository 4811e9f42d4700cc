package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as it came in: the path still percent-encoded, the query as it is and decoded,
 * the body whole (or empty while only the head has arrived).
 */
public record WireRequest(
    String method,
    String path,
    String rawQuery,
    Map<String, List<String>> query,
    HttpHeaders headers,
    byte[] body) {

  private static final String FORM = "application/x-www-form-urlencoded";

  public static WireRequest of(String method, String target, HttpHeaders headers, byte[] body) {
    var decoder = new QueryStringDecoder(target, StandardCharsets.UTF_8);
    return new WireRequest(
        method, decoder.rawPath(), decoder.rawQuery(), decoder.parameters(), headers, body);
  }

  public Optional<String> header(CharSequence name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /** The host with its port, as the caller addressed this endpoint. */
  public String host() {
    return header(HttpHeaderNames.HOST).orElse("localhost");
  }

  public boolean isForm() {
    return header(HttpHeaderNames.CONTENT_TYPE).filter(type -> type.startsWith(FORM)).isPresent();
  }

  /** The fields of a form in the body; those of the query where there is no form. */
  public Map<String, List<String>> form() {
    if (!isForm()) {
      return query;
    }
    var text = new String(body, StandardCharsets.UTF_8);
    return new QueryStringDecoder(text, StandardCharsets.UTF_8, false, Integer.MAX_VALUE)
        .parameters();
  }

  public WireRequest withPath(String other) {
    return new WireRequest(method, other, rawQuery, query, headers, body);
  }

  public WireRequest withBody(byte[] other) {
    return new WireRequest(method, path, rawQuery, query, headers, other);
  }
}

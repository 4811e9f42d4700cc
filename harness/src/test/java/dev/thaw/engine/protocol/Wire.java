package dev.thaw.engine.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.DefaultHttpHeaders;

/** Requests and responses for tests. */
public final class Wire {
  public static final Call CALL =
      new Call("the-request-id", new Caller("111111111111", "eu-west-1"), get("/"));

  private Wire() {}

  public static WireRequest get(String target) {
    return request("GET", target, "");
  }

  /** A request with headers given as name, value, name, value. */
  public static WireRequest request(String method, String target, String body, String... headers) {
    var all = new DefaultHttpHeaders();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], headers[i + 1]);
    }
    return WireRequest.of(method, target, all, body.getBytes(UTF_8));
  }

  public static String text(byte[] body) {
    return new String(body, UTF_8);
  }
}

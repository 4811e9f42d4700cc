package dev.thaw.engine.proxy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thaw.engine.protocol.WireResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;

/** An HTTP front end's own answer where no function's is to be had: a status and a message. */
public record ProxyFailure(int status, String member, String message, @Nullable String errorType) {
  /** With the member {@code message}, as most of them are. */
  public static ProxyFailure of(int status, String message) {
    return new ProxyFailure(status, "message", message, null);
  }

  /** The same with a header that tells the kind of error. */
  public ProxyFailure withErrorType(String type) {
    return new ProxyFailure(status, member, message, type);
  }

  /** As JSON of that one member. */
  public WireResponse response() {
    var body = JsonNodeFactory.instance.objectNode().put(member, message);
    var headers = new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    if (errorType != null) {
      headers.set("x-amzn-ErrorType", errorType);
    }
    return new WireResponse(status, headers, ProxyJson.bytes(body));
  }
}

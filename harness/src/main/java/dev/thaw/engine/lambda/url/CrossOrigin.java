package dev.thaw.engine.lambda.url;

import dev.thaw.engine.protocol.WireRequest;
import dev.thaw.engine.protocol.WireResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.Cors;

/**
 * What a function URL lets the pages of other origins do: it answers their preflight requests
 * itself, and writes its headers over those of the function. That a preflight is told all methods
 * and headers that are allowed, not just those it asked for, is our reading.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors">
 *     Cross-origin resource sharing</a>
 */
record CrossOrigin(Cors cors) {
  private static final String ANY = "*";

  /** Empty where nothing is configured. */
  static Optional<CrossOrigin> of(@Nullable Cors cors) {
    return Optional.ofNullable(cors).map(CrossOrigin::new);
  }

  /** Whether a browser asks if it may send another request. */
  boolean isPreflight(WireRequest wire) {
    return wire.method().equals("OPTIONS")
        && wire.headers().contains(HttpHeaderNames.ORIGIN)
        && wire.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
  }

  WireResponse preflight(WireRequest wire) {
    var headers = new DefaultHttpHeaders();
    if (allow(wire, headers)) {
      set(headers, HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, cors.allowMethods());
      set(headers, HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, cors.allowHeaders());
      if (cors.maxAge() != null) {
        headers.set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, cors.maxAge().toString());
      }
    }
    return new WireResponse(200, headers, new byte[0]);
  }

  /** The function's answer to a page that may see it. */
  WireResponse addTo(WireRequest wire, WireResponse response) {
    if (allow(wire, response.headers())) {
      set(response.headers(), HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, cors.exposeHeaders());
    }
    return response;
  }

  /** Says so if the origin is allowed; a credential is never for all of them. */
  private boolean allow(WireRequest wire, HttpHeaders headers) {
    var origin = wire.headers().get(HttpHeaderNames.ORIGIN);
    boolean isForAll = cors.allowOrigins().contains(ANY);
    if (origin == null || !(isForAll || cors.allowOrigins().contains(origin))) {
      return false;
    }
    boolean isWithCredentials = Boolean.TRUE.equals(cors.allowCredentials());
    headers.set(
        HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, isForAll && !isWithCredentials ? ANY : origin);
    headers.set(HttpHeaderNames.VARY, "Origin");
    if (isWithCredentials) {
      headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    return true;
  }

  private static void set(HttpHeaders headers, CharSequence name, List<String> values) {
    if (!values.isEmpty()) {
      headers.set(name, String.join(",", values));
    }
  }
}

package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.protocol.Call;

/** Where APIs are reached: under the port on which this endpoint was addressed. */
final class Endpoints {
  private Endpoints() {}

  static String of(Call call, String apiId) {
    var host = call.wire().host();
    var colon = host.lastIndexOf(':');
    var port = colon < 0 ? "" : host.substring(colon);
    return "http://%s.execute-api.%s.localhost%s".formatted(apiId, call.region(), port);
  }
}

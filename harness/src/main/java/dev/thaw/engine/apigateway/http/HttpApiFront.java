package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.Functions;
import dev.thaw.engine.apigateway.route.Integration;
import dev.thaw.engine.apigateway.route.RouteArn;
import dev.thaw.engine.apigateway.route.StagePath;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.WireResponse;
import dev.thaw.engine.proxy.ProxyEventV1;
import dev.thaw.engine.proxy.ProxyEventV2;
import dev.thaw.engine.proxy.ProxyFailure;
import dev.thaw.engine.proxy.ProxyRequest;
import dev.thaw.engine.proxy.ProxyResult;
import dev.thaw.engine.proxy.ProxyTarget;
import dev.thaw.invocation.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers clients of HTTP APIs: 500 when Lambda refuses, a throttle included, 502 when the function
 * fails, 503 when it takes longer than the integration waits.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html">
 *     Troubleshooting HTTP API Lambda integrations</a>
 */
final class HttpApiFront {
  private static final String DEFAULT = "$default";
  private static final Integration.Failures FAILURES =
      new Integration.Failures(
          ProxyFailure.of(500, "Internal Server Error"),
          ProxyFailure.of(502, "Internal Server Error"),
          ProxyFailure.of(503, "Service Unavailable"));
  private static final ProxyFailure NO_ROUTE = ProxyFailure.of(404, "Not Found");

  private final Functions functions;
  private final Clock clock;

  HttpApiFront(Functions functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  CompletableFuture<WireResponse> answer(Call call, StoredHttpApi api) {
    var path = call.wire().path().isEmpty() ? "/" : call.wire().path();
    var staged = StagePath.of(path);
    var isNamed = api.stages().containsKey(staged.stage());
    var behind = isNamed ? staged.behind() : path;
    var stage = Optional.ofNullable(api.stages().get(isNamed ? staged.stage() : DEFAULT));
    return stage
        .flatMap(found -> found.routes().find(call.wire().method(), behind))
        .map(
            match ->
                invoke(
                    api.region(),
                    ProxyRequest.of(call, path, clock.now()),
                    match,
                    target(api, stage.orElseThrow(), match)))
        .orElseGet(() -> CompletableFuture.completedFuture(NO_ROUTE.response()));
  }

  private static ProxyTarget target(
      StoredHttpApi api, StoredHttpApi.Served stage, HttpRoutes.Match match) {
    return new ProxyTarget(
        api.api().apiId(),
        api.account(),
        stage.stage().stageName(),
        match.endpoint().routeKey(),
        match.variables(),
        stage.stage().stageVariables());
  }

  /** Unlike a REST API's, an HTTP API's event has the path with its stage. */
  private CompletableFuture<WireResponse> invoke(
      String region, ProxyRequest request, HttpRoutes.Match match, ProxyTarget target) {
    boolean isFormat1 = match.endpoint().isFormat1();
    return match
        .endpoint()
        .integration()
        .invoke(
            functions,
            new Integration.Proxied(
                request.requestId(),
                routeArn(region, target),
                isFormat1
                    ? ProxyEventV1.ofHttpApi(request, target)
                    : ProxyEventV2.of(request, target)),
            isFormat1 ? ProxyResult::ofFormat1 : ProxyResult::ofFormat2,
            FAILURES);
  }

  /** Of {@code GET /pets/{id}} or {@code $default}. */
  private static String routeArn(String region, ProxyTarget target) {
    var key = target.route().split(" ", 2);
    return RouteArn.of(region, target, key[0], key.length == 2 ? key[1] : "");
  }
}

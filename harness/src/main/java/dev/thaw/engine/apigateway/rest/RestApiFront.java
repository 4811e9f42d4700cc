package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.Functions;
import dev.thaw.engine.apigateway.route.Integration;
import dev.thaw.engine.apigateway.route.RouteArn;
import dev.thaw.engine.apigateway.route.StagePath;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.WireResponse;
import dev.thaw.engine.proxy.ProxyEventV1;
import dev.thaw.engine.proxy.ProxyFailure;
import dev.thaw.engine.proxy.ProxyRequest;
import dev.thaw.engine.proxy.ProxyResult;
import dev.thaw.engine.proxy.ProxyTarget;
import dev.thaw.invocation.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers clients of REST APIs: 500 when Lambda refuses, a throttle included, 502 when the function
 * fails, 504 when it takes longer than the integration waits.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html">
 *     Errors with an API Gateway API</a>
 */
final class RestApiFront {
  private static final String INTERNAL = "InternalServerErrorException";
  private static final Integration.Failures FAILURES =
      new Integration.Failures(
          ProxyFailure.of(500, "Internal server error").withErrorType(INTERNAL),
          ProxyFailure.of(502, "Internal server error").withErrorType(INTERNAL),
          ProxyFailure.of(504, "Endpoint request timed out").withErrorType(INTERNAL));
  private static final ProxyFailure NO_STAGE =
      ProxyFailure.of(403, "Forbidden").withErrorType("ForbiddenException");
  private static final ProxyFailure NO_ROUTE =
      ProxyFailure.of(403, "Missing Authentication Token")
          .withErrorType("MissingAuthenticationTokenException");

  private final Functions functions;
  private final Clock clock;

  RestApiFront(Functions functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  CompletableFuture<WireResponse> answer(Call call, StoredRestApi api) {
    var staged = StagePath.of(call.wire().path());
    var stage = Optional.ofNullable(api.stages().get(staged.stage()));
    if (stage.isEmpty()) {
      return CompletableFuture.completedFuture(NO_STAGE.response());
    }
    return stage
        .flatMap(found -> Optional.ofNullable(api.deployments().get(found.deploymentId())))
        .flatMap(deployed -> deployed.routes().find(call.wire().method(), staged.behind()))
        .map(
            match ->
                invoke(
                    api,
                    ProxyRequest.of(call, staged.behind(), clock.now()),
                    match,
                    new ProxyTarget(
                        api.api().id(),
                        api.account(),
                        staged.stage(),
                        match.endpoint().resourcePath(),
                        match.variables(),
                        stage.orElseThrow().variables())))
        .orElseGet(() -> CompletableFuture.completedFuture(NO_ROUTE.response()));
  }

  private CompletableFuture<WireResponse> invoke(
      StoredRestApi api, ProxyRequest request, RestRoutes.Match match, ProxyTarget target) {
    return match
        .endpoint()
        .integration()
        .invoke(
            functions,
            new Integration.Proxied(
                request.requestId(),
                RouteArn.of(api.region(), target, request.wire().method(), target.route()),
                ProxyEventV1.ofRestApi(request, target, match.endpoint().resourceId())),
            ProxyResult::ofFormat1,
            FAILURES);
  }
}

package dev.thaw.engine.apigateway;

import dev.thaw.engine.apigateway.http.HttpApiOperations;
import dev.thaw.engine.apigateway.rest.RestApiOperations;
import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.protocol.WireRequest;
import dev.thaw.engine.protocol.WireResponse;
import dev.thaw.engine.proxy.ProxyFailure;
import java.util.concurrent.CompletableFuture;

/** Finds the API that a client addresses by its host, and lets it answer. */
final class ApiFront implements Service {
  private static final BodyLimit LARGEST =
      new BodyLimit(10 * 1024 * 1024, ApiError.TOO_LARGE, "Request Too Long");
  private static final ProxyFailure UNKNOWN = ProxyFailure.of(403, "Forbidden");

  private final RestApiOperations restApis;
  private final HttpApiOperations httpApis;

  ApiFront(RestApiOperations restApis, HttpApiOperations httpApis) {
    this.restApis = restApis;
    this.httpApis = httpApis;
  }

  @Override
  public BodyLimit limit(WireRequest head) {
    return LARGEST;
  }

  @Override
  public CompletableFuture<WireResponse> answer(Call call) {
    var id = call.wire().host().split("\\.", 2)[0];
    return restApis
        .answer(id, call)
        .map(answer -> identified("x-amzn-RequestId", call, answer))
        .or(() -> httpApis.answer(id, call).map(it -> identified("apigw-requestid", call, it)))
        .orElseGet(() -> CompletableFuture.completedFuture(UNKNOWN.response()));
  }

  private static CompletableFuture<WireResponse> identified(
      String header, Call call, CompletableFuture<WireResponse> answer) {
    return answer.thenApply(
        response -> {
          response.headers().set(header, call.requestId());
          return response;
        });
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    return ProxyFailure.of(reason.status(), reason.message()).response();
  }
}

package dev.thaw.engine.lambda.url;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.protocol.WireRequest;
import dev.thaw.engine.protocol.WireResponse;
import dev.thaw.engine.proxy.ProxyEventV2;
import dev.thaw.engine.proxy.ProxyFailure;
import dev.thaw.engine.proxy.ProxyRequest;
import dev.thaw.engine.proxy.ProxyResult;
import dev.thaw.engine.proxy.ProxyTarget;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;

/**
 * Answers HTTP requests under function URLs by invoking their functions: 429 when Lambda throttles,
 * 502 when the function fails or returns what is no response.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking
 *     function URLs</a>
 */
final class FunctionUrlFront implements Service {
  private static final String DEFAULT = "$default";
  private static final BodyLimit LARGEST =
      new BodyLimit(
          6 * 1024 * 1024,
          LambdaError.REQUEST_ENTITY_TOO_LARGE,
          "Request must be smaller than 6291456 bytes for the InvokeFunction operation");
  private static final ProxyFailure UNKNOWN = new ProxyFailure(404, "Message", "null", null);
  private static final ProxyFailure FORBIDDEN = new ProxyFailure(403, "Message", "Forbidden", null);
  private static final ProxyFailure BROKEN = ProxyFailure.of(502, "Internal Server Error");

  private final FunctionUrls urls;
  private final Lambda lambda;
  private final UrlPermissions permissions;
  private final UrlListener listener;

  FunctionUrlFront(
      FunctionUrls urls, Lambda lambda, UrlPermissions permissions, UrlListener listener) {
    this.urls = urls;
    this.lambda = lambda;
    this.permissions = permissions;
    this.listener = listener;
  }

  @Override
  public BodyLimit limit(WireRequest head) {
    return LARGEST;
  }

  @Override
  public CompletableFuture<WireResponse> answer(Call call) {
    var id = call.wire().host().split("\\.", 2)[0];
    return urls.byId(id)
        .map(url -> measured(call, url))
        .orElseGet(() -> CompletableFuture.completedFuture(UNKNOWN.response()));
  }

  private CompletableFuture<WireResponse> measured(Call call, FunctionUrl url) {
    var at = lambda.clock().now();
    long startNs = lambda.clock().nanoTime();
    return answer(call, url)
        .thenApply(
            response -> {
              var latency = Duration.ofNanos(lambda.clock().nanoTime() - startNs);
              listener.answered(url.function(), at, response.status(), latency);
              return response;
            });
  }

  private CompletableFuture<WireResponse> answer(Call call, FunctionUrl url) {
    var crossOrigin = CrossOrigin.of(url.config().cors());
    if (crossOrigin.filter(it -> it.isPreflight(call.wire())).isPresent()) {
      return CompletableFuture.completedFuture(
          identified(call, crossOrigin.orElseThrow().preflight(call.wire())));
    }
    return invoke(call, url)
        .thenApply(
            response -> crossOrigin.map(it -> it.addTo(call.wire(), response)).orElse(response));
  }

  private CompletableFuture<WireResponse> invoke(Call call, FunctionUrl url) {
    boolean isSigned = call.wire().header(HttpHeaderNames.AUTHORIZATION).isPresent();
    if (!mayCall(url, isSigned)) {
      return CompletableFuture.completedFuture(FORBIDDEN.response());
    }
    var account = isSigned ? call.account() : "anonymous";
    var target = new ProxyTarget(url.id(), account, DEFAULT, DEFAULT, Map.of(), Map.of());
    var request = ProxyRequest.of(call, call.wire().path(), lambda.clock().now());
    return lambda
        .invocations()
        .invoke(
            url.function(),
            new InvocationRequest(
                call.requestId(), url.function().arn(), ProxyEventV2.of(request, target), null))
        .thenApply(FunctionUrlFront::response)
        .exceptionally(FunctionUrlFront::failure)
        .thenApply(response -> identified(call, response));
  }

  /**
   * Who signs is believed to be of the function's own account, which needs no policy; anybody else
   * needs one, by https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html.
   */
  private boolean mayCall(FunctionUrl url, boolean isSigned) {
    return url.config().authType() == FunctionUrlAuthType.AWS_IAM
        ? isSigned
        : permissions.mayCall(url.function(), url.config().authTypeAsString());
  }

  private static WireResponse response(Invoked invoked) {
    return invoked.result().functionError() != null
        ? BROKEN.response()
        : ProxyResult.ofFormat2(invoked.result().payload()).orElseGet(BROKEN::response);
  }

  /** That a throttle's body is Invoke's own is our reading. */
  private static WireResponse failure(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof AwsException refusal && refusal.status() == 429
        ? new ProxyFailure(429, "Message", refusal.message(), null).response()
        : BROKEN.response();
  }

  private static WireResponse identified(Call call, WireResponse response) {
    response.headers().set("x-amzn-RequestId", call.requestId());
    return response;
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    return identified(
        call, new ProxyFailure(reason.status(), "Message", reason.message(), null).response());
  }
}

package dev.thaw.engine.apigateway.route;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.WireResponse;
import dev.thaw.engine.proxy.ProxyFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A Lambda proxy integration: invokes its function and turns what comes of it into what an API's
 * client sees. Nothing is tried again.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html">
 *     Errors with an API Gateway API</a>
 */
public record Integration(FunctionReference function, Duration timeout) {

  /** How a kind of API answers where its function does not. */
  public record Failures(ProxyFailure refused, ProxyFailure broken, ProxyFailure timedOut) {}

  /** A request on its way: its id, the route's ARN, and the event made of it. */
  public record Proxied(String requestId, String routeArn, byte[] event) {}

  /** Invokes with that event; {@code result} reads what the function returned. */
  public CompletableFuture<WireResponse> invoke(
      Functions functions,
      Proxied request,
      Function<byte[], Optional<WireResponse>> result,
      Failures failures) {
    if (!functions.mayInvoke(function, request.routeArn())) {
      return CompletableFuture.completedFuture(failures.refused().response());
    }
    return functions
        .invoke(
            function,
            new InvocationRequest(request.requestId(), function.arn(), request.event(), null))
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(
            invoked ->
                invoked.result().functionError() != null
                    ? failures.broken().response()
                    : result
                        .apply(invoked.result().payload())
                        .orElseGet(failures.broken()::response))
        .exceptionally(failure -> answer(failure, failures));
  }

  private static WireResponse answer(Throwable failure, Failures failures) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      return failures.timedOut().response();
    }
    return (cause instanceof AwsException ? failures.refused() : failures.broken()).response();
  }
}

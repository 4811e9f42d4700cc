package dev.thaw.engine.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.protocol.AsyncOperation;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html. */
record Invoke(Lambda lambda) implements AsyncOperation<InvokeRequest, InvokeResponse> {
  private static final int LOG_TAIL = 4 * 1024;

  @Override
  public CompletableFuture<InvokeResponse> handle(Call call, InvokeRequest request) {
    var reference =
        FunctionReference.of(call, "InvokeFunction", request.functionName(), request.qualifier());
    var payload = Payload.checked(request.payload().asByteArrayUnsafe());
    if (request.invocationType() == InvocationType.EVENT) {
      throw CommonError.notImplemented("Invoke with the invocation type Event");
    }
    if (request.invocationType() == InvocationType.DRY_RUN) {
      runnable(reference);
      return CompletableFuture.completedFuture(InvokeResponse.builder().statusCode(204).build());
    }
    var invocation =
        new InvocationRequest(
            call.requestId(), reference.arn(), payload, clientContext(request.clientContext()));
    var live = hold(reference);
    return lambda
        .invoker()
        .invoke(live.version(), invocation)
        .whenComplete((result, failure) -> lambda.code().release(live.code()))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusalOrFault(failure)))
        .thenApply(result -> response(result, request.logType() == LogType.TAIL));
  }

  /** A throttle is Lambda's answer; anything else is a fault of the engine. */
  private static Throwable refusalOrFault(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof AwsException
        ? cause
        : LambdaError.failed("The engine could not run the function: " + failure);
  }

  /** What runs now, with its code held for as long as it does. */
  private StoredFunction.Live hold(FunctionReference reference) {
    var live = runnable(reference);
    while (!lambda.code().holdAlso(live.code())) {
      live = runnable(reference);
    }
    return live;
  }

  private StoredFunction.Live runnable(FunctionReference reference) {
    var function =
        lambda
            .functions()
            .find(reference.name())
            .filter(found -> reference.isLatest())
            .orElseThrow(() -> LambdaError.functionNotFound(reference.qualifiedArn()));
    var live = function.live();
    if (live == null) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "The operation cannot be performed at this time. The function is currently in the"
              + " following state: "
              + function.configuration().stateAsString());
    }
    return live;
  }

  /** The wire carries base64, the runtime sees JSON. */
  private static @Nullable String clientContext(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      return new String(Base64.getDecoder().decode(header), UTF_8);
    } catch (IllegalArgumentException e) {
      throw LambdaError.INVALID_REQUEST_CONTENT.user(
          "Client context must be a valid Base64-encoded JSON object.");
    }
  }

  private static InvokeResponse response(InvocationResult result, boolean isTailWanted) {
    var response =
        InvokeResponse.builder()
            .statusCode(200)
            .executedVersion(FunctionReference.LATEST)
            .functionError(result.functionError())
            .payload(SdkBytes.fromByteArrayUnsafe(result.payload()));
    return isTailWanted ? response.logResult(tail(result.log())).build() : response.build();
  }

  static String tail(String log) {
    var bytes = log.getBytes(UTF_8);
    var last = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - LOG_TAIL), bytes.length);
    return Base64.getEncoder().encodeToString(last);
  }
}

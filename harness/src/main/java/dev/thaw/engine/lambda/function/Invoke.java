package dev.thaw.engine.lambda.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.protocol.AsyncOperation;
import dev.thaw.engine.protocol.Call;
import dev.thaw.rules.async.EventPayload;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html. */
record Invoke(Lambda lambda, AsyncEvents events)
    implements AsyncOperation<InvokeRequest, InvokeResponse> {
  private static final int LOG_TAIL = 4 * 1024;

  @Override
  public CompletableFuture<InvokeResponse> handle(Call call, InvokeRequest request) {
    var reference =
        FunctionReference.of(call, "InvokeFunction", request.functionName(), request.qualifier());
    var payload = Payload.checked(request.payload().asByteArrayUnsafe());
    if (request.invocationType() == InvocationType.DRY_RUN) {
      lambda.functions().runnable(reference);
      return CompletableFuture.completedFuture(InvokeResponse.builder().statusCode(204).build());
    }
    if (request.invocationType() == InvocationType.EVENT) {
      refuseLarge(payload);
      lambda.functions().runnable(reference);
      events.accept(new AsyncEvent(reference, call.requestId(), payload));
      return CompletableFuture.completedFuture(InvokeResponse.builder().statusCode(202).build());
    }
    var invocation =
        new InvocationRequest(
            call.requestId(), reference.arn(), payload, clientContext(request.clientContext()));
    return lambda
        .invocations()
        .invoke(reference, invocation)
        .thenApply(invoked -> response(invoked, request.logType() == LogType.TAIL));
  }

  private static void refuseLarge(byte[] payload) {
    if (payload.length > EventPayload.MOST) {
      throw LambdaError.REQUEST_ENTITY_TOO_LARGE.user(
          "%d byte payload is too large for the Event invocation type (limit %d bytes)"
              .formatted(payload.length, EventPayload.MOST));
    }
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

  private static InvokeResponse response(Invoked invoked, boolean isTailWanted) {
    var result = invoked.result();
    var response =
        InvokeResponse.builder()
            .statusCode(200)
            .executedVersion(invoked.executedVersion())
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

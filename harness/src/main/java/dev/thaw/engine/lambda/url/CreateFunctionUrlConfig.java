package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.Cors;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;
import software.amazon.awssdk.services.lambda.model.InvokeMode;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html. */
record CreateFunctionUrlConfig(Lambda lambda, FunctionUrls urls)
    implements Operation<CreateFunctionUrlConfigRequest, CreateFunctionUrlConfigResponse> {
  @Override
  public CreateFunctionUrlConfigResponse handle(Call call, CreateFunctionUrlConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "CreateFunctionUrlConfig", request.functionName(), request.qualifier());
    requireFunction(function);
    refuseLacking(request.invokeMode());
    var id = lambda.ids().get().replace("-", "");
    var config =
        FunctionUrlConfig.builder()
            .functionArn(function.arn())
            .functionUrl(url(call, id))
            .authType(request.authType())
            .cors(orNone(request.cors()))
            .invokeMode(Optional.ofNullable(request.invokeMode()).orElse(InvokeMode.BUFFERED))
            .creationTime(lambda.now())
            .lastModifiedTime(lambda.now())
            .build();
    urls.add(new FunctionUrl(id, function, config));
    return Shapes.copy(config, CreateFunctionUrlConfigResponse.builder()).build();
  }

  /** Under the port on which this endpoint was addressed. */
  private static String url(Call call, String id) {
    var host = call.wire().host();
    var colon = host.lastIndexOf(':');
    var port = colon < 0 ? "" : host.substring(colon);
    return "http://%s.lambda-url.%s.localhost%s/".formatted(id, call.region(), port);
  }

  private void requireFunction(FunctionReference function) {
    try {
      lambda.functions().get(function);
    } catch (AwsException unknown) {
      throw LambdaError.RESOURCE_NOT_FOUND.user("Function does not exist");
    }
  }

  /** One that says nothing is none. */
  static @Nullable Cors orNone(@Nullable Cors cors) {
    return cors == null || cors.equals(Cors.builder().build()) ? null : cors;
  }

  static void refuseLacking(@Nullable InvokeMode mode) {
    if (mode == InvokeMode.RESPONSE_STREAM) {
      throw CommonError.notImplemented("The invoke mode RESPONSE_STREAM of a function URL");
    }
  }
}

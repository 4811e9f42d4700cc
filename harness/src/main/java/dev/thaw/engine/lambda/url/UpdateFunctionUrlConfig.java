package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionUrlConfig.html. */
record UpdateFunctionUrlConfig(Lambda lambda, FunctionUrls urls)
    implements Operation<UpdateFunctionUrlConfigRequest, UpdateFunctionUrlConfigResponse> {
  @Override
  public UpdateFunctionUrlConfigResponse handle(Call call, UpdateFunctionUrlConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "UpdateFunctionUrlConfig", request.functionName(), request.qualifier());
    CreateFunctionUrlConfig.refuseLacking(request.invokeMode());
    var updated = urls.update(function, url -> url.with(changed(url.config(), request)));
    return Shapes.copy(updated.config(), UpdateFunctionUrlConfigResponse.builder()).build();
  }

  private FunctionUrlConfig changed(
      FunctionUrlConfig config, UpdateFunctionUrlConfigRequest request) {
    return config.toBuilder()
        .authType(Optional.ofNullable(request.authType()).orElse(config.authType()))
        .cors(
            request.cors() == null ? config.cors() : CreateFunctionUrlConfig.orNone(request.cors()))
        .invokeMode(Optional.ofNullable(request.invokeMode()).orElse(config.invokeMode()))
        .lastModifiedTime(lambda.now())
        .build();
  }
}

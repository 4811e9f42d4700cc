package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html. */
record UpdateFunctionConfiguration(Lambda lambda)
    implements Operation<UpdateFunctionConfigurationRequest, UpdateFunctionConfigurationResponse> {
  @Override
  public UpdateFunctionConfigurationResponse handle(
      Call call, UpdateFunctionConfigurationRequest request) {
    var reference =
        FunctionReference.of(call, "UpdateFunctionConfiguration", request.functionName(), null);
    lambda.functions().get(reference);
    var layers = lambda.layerUse().take(reference.name(), request.layers());
    try {
      return response(
          reference, lambda.functions().update(reference, old -> changed(old, request, layers)));
    } finally {
      lambda.layerUse().release(layers);
    }
  }

  private StoredFunction changed(
      StoredFunction old, UpdateFunctionConfigurationRequest request, List<LayerVersion> layers) {
    Updates.check(old, request.revisionId());
    var changed = old.configuration().toBuilder();
    Configurations.apply(request, changed);
    if (!request.hasLayers()) {
      return Updates.begin(lambda, old, changed, old.code());
    }
    var code = LayerUse.join(old.code(), layers.stream().map(LayerVersion::code).toList());
    lambda.code().hold(code);
    lambda.code().release(old.code());
    changed.layers(layers.isEmpty() ? null : LayerUse.shown(layers));
    return Updates.begin(lambda, old, changed, code);
  }

  private UpdateFunctionConfigurationResponse response(
      FunctionReference reference, StoredFunction updated) {
    lambda.deployments().begin(reference.name(), updated);
    return Shapes.copy(updated.configuration(), UpdateFunctionConfigurationResponse.builder())
        .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), updated.latest()))
        .build();
  }
}

package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.Layers;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteLayerVersion.html. */
record DeleteLayerVersion(Layers layers)
    implements Operation<DeleteLayerVersionRequest, DeleteLayerVersionResponse> {
  @Override
  public DeleteLayerVersionResponse handle(Call call, DeleteLayerVersionRequest request) {
    layers.delete(LayerReference.version(call, request.layerName(), request.versionNumber()));
    return DeleteLayerVersionResponse.builder().build();
  }
}

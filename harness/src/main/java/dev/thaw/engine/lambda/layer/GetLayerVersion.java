package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.LayerName;
import dev.thaw.engine.lambda.function.Layers;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html. */
record GetLayerVersion(Layers layers)
    implements Operation<GetLayerVersionRequest, GetLayerVersionResponse> {
  @Override
  public GetLayerVersionResponse handle(Call call, GetLayerVersionRequest request) {
    return answer(call, LayerReference.version(call, request.layerName(), request.versionNumber()));
  }

  GetLayerVersionResponse answer(Call call, LayerName.Versioned wanted) {
    var version = layers.find(wanted).orElseThrow(LambdaError::noSuchResource);
    version.checkReader(call.account());
    return Shapes.copy(version.description(), GetLayerVersionResponse.builder())
        .layerArn(wanted.layer().arn())
        .content(Content.of(call, version))
        .build();
  }
}

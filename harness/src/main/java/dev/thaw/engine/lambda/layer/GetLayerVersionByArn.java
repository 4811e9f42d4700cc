package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.LayerName;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html. */
record GetLayerVersionByArn(GetLayerVersion byName)
    implements Operation<GetLayerVersionByArnRequest, GetLayerVersionByArnResponse> {
  @Override
  public GetLayerVersionByArnResponse handle(Call call, GetLayerVersionByArnRequest request) {
    var wanted = LayerName.parseVersion(request.arn()).orElseThrow(LambdaError::noSuchResource);
    return Shapes.copy(byName.answer(call, wanted), GetLayerVersionByArnResponse.builder()).build();
  }
}

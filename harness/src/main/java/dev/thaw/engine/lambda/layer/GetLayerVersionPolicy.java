package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.Layers;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionPolicyResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionPolicy.html. */
record GetLayerVersionPolicy(Layers layers)
    implements Operation<GetLayerVersionPolicyRequest, GetLayerVersionPolicyResponse> {
  @Override
  public GetLayerVersionPolicyResponse handle(Call call, GetLayerVersionPolicyRequest request) {
    var wanted = LayerReference.version(call, request.layerName(), request.versionNumber());
    var policy = LayerPolicies.existing(LayerReference.existing(layers, wanted).policy());
    return GetLayerVersionPolicyResponse.builder()
        .policy(policy.json())
        .revisionId(policy.revisionId())
        .build();
  }
}

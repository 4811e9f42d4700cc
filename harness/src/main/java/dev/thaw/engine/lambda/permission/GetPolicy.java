package dev.thaw.engine.lambda.permission;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html. */
record GetPolicy(Policies policies) implements Operation<GetPolicyRequest, GetPolicyResponse> {
  @Override
  public GetPolicyResponse handle(Call call, GetPolicyRequest request) {
    var function =
        FunctionReference.of(call, "GetPolicy", request.functionName(), request.qualifier());
    var policy = policies.find(function).orElseThrow(LambdaError::noSuchResource);
    return GetPolicyResponse.builder()
        .policy(policy.json())
        .revisionId(policy.revisionId())
        .build();
  }
}

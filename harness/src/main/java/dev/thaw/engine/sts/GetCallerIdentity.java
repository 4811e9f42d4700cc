package dev.thaw.engine.sts;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html. */
record GetCallerIdentity()
    implements Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> {
  @Override
  public GetCallerIdentityResponse handle(Call call, GetCallerIdentityRequest request) {
    return GetCallerIdentityResponse.builder()
        .userId(call.account())
        .account(call.account())
        .arn("arn:aws:iam::" + call.account() + ":root")
        .build();
  }
}

package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalingPolicies.html.
 */
record DescribeScalingPolicies(Targets targets)
    implements Operation<DescribeScalingPoliciesRequest, DescribeScalingPoliciesResponse> {
  @Override
  public DescribeScalingPoliciesResponse handle(Call call, DescribeScalingPoliciesRequest request) {
    Resource.requireLambda(request.serviceNamespaceAsString());
    var page =
        Listings.page(
            targets
                .of(call.caller())
                .filter(entry -> Listings.has(request.resourceId(), entry.getKey().id()))
                .flatMap(entry -> entry.getValue().policies())
                .filter(each -> Listings.has(request.policyNames(), each.policyName())),
            each -> each.resourceId() + "/" + each.policyName(),
            request.nextToken(),
            request.maxResults());
    return DescribeScalingPoliciesResponse.builder()
        .scalingPolicies(page.items())
        .nextToken(page.next())
        .build();
  }
}

package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html.
 */
record DescribeScalableTargets(Targets targets)
    implements Operation<DescribeScalableTargetsRequest, DescribeScalableTargetsResponse> {
  @Override
  public DescribeScalableTargetsResponse handle(Call call, DescribeScalableTargetsRequest request) {
    Resource.requireLambda(request.serviceNamespaceAsString());
    var page =
        Listings.page(
            targets
                .of(call.caller())
                .map(entry -> entry.getValue().shape())
                .filter(shape -> Listings.has(request.resourceIds(), shape.resourceId()))
                .filter(
                    shape ->
                        Listings.has(
                            request.scalableDimensionAsString(),
                            shape.scalableDimensionAsString())),
            ScalableTarget::resourceId,
            request.nextToken(),
            request.maxResults());
    return DescribeScalableTargetsResponse.builder()
        .scalableTargets(page.items())
        .nextToken(page.next())
        .build();
  }
}

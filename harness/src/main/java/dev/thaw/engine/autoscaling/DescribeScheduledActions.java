package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScheduledActions.html.
 */
record DescribeScheduledActions(Targets targets)
    implements Operation<DescribeScheduledActionsRequest, DescribeScheduledActionsResponse> {
  @Override
  public DescribeScheduledActionsResponse handle(
      Call call, DescribeScheduledActionsRequest request) {
    Resource.requireLambda(request.serviceNamespaceAsString());
    var page =
        Listings.page(
            targets
                .of(call.caller())
                .filter(entry -> Listings.has(request.resourceId(), entry.getKey().id()))
                .flatMap(entry -> entry.getValue().actions())
                .filter(
                    each ->
                        Listings.has(request.scheduledActionNames(), each.scheduledActionName())),
            each -> each.resourceId() + "/" + each.scheduledActionName(),
            request.nextToken(),
            request.maxResults());
    return DescribeScheduledActionsResponse.builder()
        .scheduledActions(page.items())
        .nextToken(page.next())
        .build();
  }
}

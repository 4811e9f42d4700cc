package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.Comparator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalingActivities.html.
 */
record DescribeScalingActivities(Targets targets)
    implements Operation<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResponse> {
  @Override
  public DescribeScalingActivitiesResponse handle(
      Call call, DescribeScalingActivitiesRequest request) {
    Resource.requireLambda(request.serviceNamespaceAsString());
    if (Boolean.TRUE.equals(request.includeNotScaledActivities())) {
      throw CommonError.notImplemented("IncludeNotScaledActivities");
    }
    var all =
        targets
            .of(call.caller())
            .filter(entry -> Listings.has(request.resourceId(), entry.getKey().id()))
            .flatMap(entry -> entry.getValue().activities().all().stream())
            .sorted(Comparator.comparing(ScalingActivity::startTime).reversed())
            .toList();
    // Their place in the order is their name on the page.
    var page =
        Listings.page(
            IntStream.range(0, all.size()).boxed(),
            "%06d"::formatted,
            request.nextToken(),
            request.maxResults());
    return DescribeScalingActivitiesResponse.builder()
        .scalingActivities(page.items().stream().map(all::get).toList())
        .nextToken(page.next())
        .build();
  }
}

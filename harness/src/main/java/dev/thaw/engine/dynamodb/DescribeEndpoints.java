package dev.thaw.engine.dynamodb;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeEndpoints.html. */
record DescribeEndpoints()
    implements Operation<DescribeEndpointsRequest, DescribeEndpointsResponse> {
  private static final long CACHE_MINUTES = 1440;

  @Override
  public DescribeEndpointsResponse handle(Call call, DescribeEndpointsRequest request) {
    return DescribeEndpointsResponse.builder()
        .endpoints(
            endpoint -> endpoint.address(call.wire().host()).cachePeriodInMinutes(CACHE_MINUTES))
        .build();
  }
}

package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.kinesis.model.DescribeLimitsRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeLimitsResponse;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeLimits.html. */
record DescribeLimits(Kinesis kinesis)
    implements Operation<DescribeLimitsRequest, DescribeLimitsResponse> {
  @Override
  public DescribeLimitsResponse handle(Call call, DescribeLimitsRequest request) {
    var onDemand =
        kinesis.of(call.caller()).stream().filter(it -> it.mode() == StreamMode.ON_DEMAND).count();
    return DescribeLimitsResponse.builder()
        .shardLimit(ShardLimit.SHARDS)
        .openShardCount(ShardLimit.open(kinesis, call.caller()))
        .onDemandStreamCount((int) onDemand)
        .onDemandStreamCountLimit(ShardLimit.ON_DEMAND_STREAMS)
        .build();
  }
}

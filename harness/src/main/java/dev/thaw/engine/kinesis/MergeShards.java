package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.MergeShardsRequest;
import software.amazon.awssdk.services.kinesis.model.MergeShardsResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_MergeShards.html. */
record MergeShards(Kinesis kinesis) implements Operation<MergeShardsRequest, MergeShardsResponse> {
  @Override
  public MergeShardsResponse handle(Call call, MergeShardsRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    var one = ShardId.open(stream, request.shardToMerge());
    var other = ShardId.open(stream, request.adjacentShardToMerge());
    var isLower = one.range().isBefore(other.range());
    if (!isLower && !other.range().isBefore(one.range())) {
      throw KinesisError.invalid(
          ("Shards %s and %s in stream %s under account %s are not an adjacent pair of shards"
                  + " eligible for merging")
              .formatted(one.id(), other.id(), stream.name().name(), stream.name().account()));
    }
    var lower = isLower ? one : other;
    var upper = isLower ? other : one;
    var range = new HashRange(lower.range().start(), upper.range().end());
    kinesis.change(stream, () -> stream.replace(List.of(one, other), List.of(range)));
    return MergeShardsResponse.builder().build();
  }
}

package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.math.BigInteger;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.SplitShardRequest;
import software.amazon.awssdk.services.kinesis.model.SplitShardResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SplitShard.html. */
record SplitShard(Kinesis kinesis) implements Operation<SplitShardRequest, SplitShardResponse> {
  @Override
  public SplitShardResponse handle(Call call, SplitShardRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    var shard = ShardId.open(stream, request.shardToSplit());
    var key = new BigInteger(request.newStartingHashKey());
    var range = shard.range();
    if (key.compareTo(range.start().add(BigInteger.ONE)) <= 0 || key.compareTo(range.end()) >= 0) {
      throw KinesisError.invalid(
          ("NewStartingHashKey %s used in SplitShard() on shard %s in stream %s under account %s is"
                  + " not both greater than one plus the shard's StartingHashKey %s and less than"
                  + " the shard's EndingHashKey %s.")
              .formatted(
                  key,
                  shard.id(),
                  stream.name().name(),
                  stream.name().account(),
                  range.start(),
                  range.end()));
    }
    ShardLimit.check(kinesis, call.caller(), 1);
    var halves =
        List.of(
            new HashRange(range.start(), key.subtract(BigInteger.ONE)),
            new HashRange(key, range.end()));
    kinesis.change(stream, () -> stream.replace(List.of(shard), halves));
    return SplitShardResponse.builder().build();
  }
}

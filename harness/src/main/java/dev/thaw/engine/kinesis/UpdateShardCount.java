package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.UpdateShardCountRequest;
import software.amazon.awssdk.services.kinesis.model.UpdateShardCountResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html. */
record UpdateShardCount(Kinesis kinesis)
    implements Operation<UpdateShardCountRequest, UpdateShardCountResponse> {
  @Override
  public UpdateShardCountResponse handle(Call call, UpdateShardCountRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    int open = stream.open().size();
    int target = request.targetShardCount();
    check(stream, open, target);
    ShardLimit.check(kinesis, call.caller(), target - open);
    kinesis.change(stream, () -> stream.replace(stream.open(), HashRange.even(target)));
    return UpdateShardCountResponse.builder()
        .streamName(stream.name().name())
        .streamARN(stream.arn())
        .currentShardCount(open)
        .targetShardCount(target)
        .build();
  }

  private static void check(Stream stream, int open, int target) {
    if (stream.mode() == StreamMode.ON_DEMAND) {
      throw KinesisError.invalid("UpdateShardCount is not supported for ON_DEMAND streams.");
    }
    var counts = "Current open shard count: %d, Target shard count: %d".formatted(open, target);
    if (target > 2 * open) {
      throw KinesisError.limit(
          "UpdateShardCount cannot scale up over double your current open shard count. " + counts);
    }
    if (2 * target < open) {
      throw KinesisError.limit(
          "UpdateShardCount cannot scale down below half your current open shard count. " + counts);
    }
  }
}

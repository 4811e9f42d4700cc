package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamResponse;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.EnhancedMetrics;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStream.html. */
record DescribeStream(Kinesis kinesis)
    implements Operation<DescribeStreamRequest, DescribeStreamResponse> {
  private static final int PAGE = 100;

  @Override
  public DescribeStreamResponse handle(Call call, DescribeStreamRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    int size = Optional.ofNullable(request.limit()).orElse(PAGE);
    var after = Optional.ofNullable(request.exclusiveStartShardId()).orElse("");
    // While it is being created a stream shows no shards.
    var shards =
        stream.status() == StreamStatus.CREATING
            ? List.<Shard>of()
            : stream.shards().stream().filter(it -> it.id().compareTo(after) > 0).toList();
    return DescribeStreamResponse.builder()
        .streamDescription(
            description ->
                description
                    .streamName(stream.name().name())
                    .streamARN(stream.arn())
                    .streamStatus(stream.status())
                    .streamModeDetails(mode -> mode.streamMode(stream.mode()))
                    .shards(shards.stream().limit(size).map(Shard::describe).toList())
                    .hasMoreShards(shards.size() > size)
                    .retentionPeriodHours(stream.retentionHours())
                    .streamCreationTimestamp(stream.created())
                    .enhancedMonitoring(EnhancedMetrics.builder().shardLevelMetrics().build())
                    .encryptionType(EncryptionType.NONE))
        .build();
  }
}

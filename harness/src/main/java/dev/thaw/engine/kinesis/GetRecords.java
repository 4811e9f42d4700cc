package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.AsyncOperation;
import dev.thaw.engine.protocol.Call;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html. */
record GetRecords(Kinesis kinesis)
    implements AsyncOperation<GetRecordsRequest, GetRecordsResponse> {
  private static final int MOST = 10_000;

  @Override
  public CompletableFuture<GetRecordsResponse> handle(Call call, GetRecordsRequest request) {
    var iterator = ShardIterator.parse(request.shardIterator());
    var now = kinesis.clock().now();
    iterator.requireFresh(now);
    var stream = kinesis.get(iterator.stream());
    var shard =
        stream
            .shard(iterator.shard())
            .orElseThrow(
                () -> KinesisError.noSuchShard(Shard.id(iterator.shard()), iterator.stream()));
    var got = shard.get(iterator.position(), Optional.ofNullable(request.limit()).orElse(MOST));
    var response =
        GetRecordsResponse.builder()
            .records(got.records().stream().map(GetRecords::record).toList())
            .millisBehindLatest(got.millisBehind());
    if (got.isEnded()) {
      response.childShards(children(stream, shard));
    } else {
      response.nextShardIterator(
          new ShardIterator(now.toEpochMilli(), iterator.stream(), iterator.shard(), got.next())
              .token());
    }
    return CompletableFuture.completedFuture(response.build());
  }

  private static Record record(StoredRecord stored) {
    return Record.builder()
        .sequenceNumber(stored.sequenceNumber())
        .approximateArrivalTimestamp(stored.arrived())
        .data(SdkBytes.fromByteArrayUnsafe(stored.content().data()))
        .partitionKey(stored.content().partitionKey())
        .build();
  }

  private static List<ChildShard> children(Stream stream, Shard parent) {
    return stream.shards().stream()
        .filter(shard -> shard.parents().contains(parent.id()))
        .map(Shard::describe)
        .map(
            child ->
                ChildShard.builder()
                    .shardId(child.shardId())
                    .parentShards(
                        child.adjacentParentShardId() == null
                            ? List.of(child.parentShardId())
                            : List.of(child.parentShardId(), child.adjacentParentShardId()))
                    .hashKeyRange(child.hashKeyRange())
                    .build())
        .toList();
  }
}

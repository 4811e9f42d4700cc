package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.AsyncOperation;
import dev.thaw.engine.protocol.Call;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html. */
record PutRecord(Kinesis kinesis) implements AsyncOperation<PutRecordRequest, PutRecordResponse> {
  @Override
  public CompletableFuture<PutRecordResponse> handle(Call call, PutRecordRequest request) {
    var stream = kinesis.serving(call, request.streamName(), request.streamARN());
    var record = NewRecord.of(request.partitionKey(), request.data(), request.explicitHashKey());
    RecordSizes.check(record, stream);
    var stored = stream.put(record);
    return CompletableFuture.completedFuture(
        PutRecordResponse.builder()
            .shardId(stored.shard().id())
            .sequenceNumber(stored.sequenceNumber())
            .build());
  }
}

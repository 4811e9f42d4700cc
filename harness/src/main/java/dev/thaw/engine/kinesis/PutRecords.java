package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.AsyncOperation;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html: a record that its
 * shard does not take fails alone.
 */
record PutRecords(Kinesis kinesis)
    implements AsyncOperation<PutRecordsRequest, PutRecordsResponse> {
  @Override
  public CompletableFuture<PutRecordsResponse> handle(Call call, PutRecordsRequest request) {
    var stream = kinesis.serving(call, request.streamName(), request.streamARN());
    List<NewRecord> records =
        request.records().stream()
            .map(entry -> NewRecord.of(entry.partitionKey(), entry.data(), entry.explicitHashKey()))
            .toList();
    records.forEach(record -> RecordSizes.check(record, stream));
    RecordSizes.checkAll(records);
    var entries = new ArrayList<PutRecordsResultEntry>(records.size());
    int failed = 0;
    for (var record : records) {
      var entry = put(stream, record);
      entries.add(entry);
      failed += entry.errorCode() == null ? 0 : 1;
    }
    return CompletableFuture.completedFuture(
        PutRecordsResponse.builder().failedRecordCount(failed).records(entries).build());
  }

  private static PutRecordsResultEntry put(Stream stream, NewRecord record) {
    try {
      var stored = stream.put(record);
      return PutRecordsResultEntry.builder()
          .shardId(stored.shard().id())
          .sequenceNumber(stored.sequenceNumber())
          .build();
    } catch (AwsException refused) {
      return PutRecordsResultEntry.builder()
          .errorCode(refused.code())
          .errorMessage(refused.message())
          .build();
    }
  }
}

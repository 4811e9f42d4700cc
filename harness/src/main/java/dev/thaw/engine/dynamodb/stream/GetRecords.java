package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html. */
public record GetRecords(Streams streams)
    implements Operation<GetRecordsRequest, GetRecordsResponse> {
  private static final int MOST_RECORDS = 1000;
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public GetRecordsResponse handle(Call call, GetRecordsRequest request) {
    var iterator = ShardIterator.read(request.shardIterator(), streams.nowNs());
    var stream = streams.named(iterator.streamArn());
    var position = iterator.position();
    if (position >= 0 && position + 1 < stream.shard().oldestPosition()) {
      throw trimmed();
    }
    var limit = Optional.ofNullable(request.limit()).orElse(MOST_RECORDS);
    var read = page(stream.shard().read(position, limit));
    var next = read.isEmpty() ? position : read.get(read.size() - 1).position();
    return GetRecordsResponse.builder()
        .records(read.stream().map(ChangeRecord::shape).toArray(Record[]::new))
        .nextShardIterator(
            stream.shard().isEnded(next)
                ? null
                : new ShardIterator(stream.arn(), next, streams.nowNs()).write())
        .build();
  }

  private static List<ChangeRecord> page(List<ChangeRecord> found) {
    var page = new ArrayList<ChangeRecord>();
    long bytes = 0;
    for (var record : found) {
      bytes += record.sizeBytes();
      if (bytes > MOST_BYTES && !page.isEmpty()) {
        break;
      }
      page.add(record);
    }
    return page;
  }

  static RuntimeException trimmed() {
    return DynamoDbError.TRIMMED_DATA.because(
        "The operation attempted to read past the oldest stream record in a shard.");
  }
}

package dev.thaw.engine.dynamodb.stream;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.stream.EventShard;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html.
 */
public record GetShardIterator(Streams streams)
    implements Operation<GetShardIteratorRequest, GetShardIteratorResponse> {
  @Override
  public GetShardIteratorResponse handle(Call call, GetShardIteratorRequest request) {
    var stream = streams.named(request.streamArn());
    if (!stream.shard().id().equals(request.shardId())) {
      throw DynamoDbError.RESOURCE_NOT_FOUND.because(
          "Requested resource not found: Shard does not exist");
    }
    var iterator = new ShardIterator(stream.arn(), position(stream, request), streams.nowNs());
    return GetShardIteratorResponse.builder().shardIterator(iterator.write()).build();
  }

  private static long position(ChangeStream stream, GetShardIteratorRequest request) {
    var shard = stream.shard();
    return switch (request.shardIteratorType()) {
      case LATEST -> shard.lastPosition();
      case TRIM_HORIZON -> EventShard.HORIZON;
      case AT_SEQUENCE_NUMBER -> numbered(stream, request.sequenceNumber()) - 1;
      case AFTER_SEQUENCE_NUMBER -> numbered(stream, request.sequenceNumber());
      default -> throw invalid("Invalid ShardIteratorType");
    };
  }

  private static long numbered(ChangeStream stream, @Nullable String sequenceNumber) {
    if (sequenceNumber == null) {
      throw invalid(
          "1 validation error detected: Value null at 'sequenceNumber' failed to satisfy constraint:"
              + " Member must not be null");
    }
    var position = stream.identity().position(sequenceNumber);
    if (position.isEmpty() || position.orElseThrow() > stream.shard().lastPosition()) {
      throw invalid("Invalid SequenceNumber: " + sequenceNumber);
    }
    if (position.orElseThrow() < stream.shard().oldestPosition()) {
      throw GetRecords.trimmed();
    }
    return position.orElseThrow();
  }
}

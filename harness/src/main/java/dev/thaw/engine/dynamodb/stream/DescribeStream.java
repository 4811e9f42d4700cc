package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.SequenceNumberRange;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_DescribeStream.html.
 */
public record DescribeStream(Streams streams)
    implements Operation<DescribeStreamRequest, DescribeStreamResponse> {
  @Override
  public DescribeStreamResponse handle(Call call, DescribeStreamRequest request) {
    var stream = streams.named(request.streamArn());
    if (request.shardFilter() != null) {
      throw CommonError.notImplemented("The parameter ShardFilter");
    }
    var identity = stream.identity();
    var isBehindLast = stream.shard().id().equals(request.exclusiveStartShardId());
    return DescribeStreamResponse.builder()
        .streamDescription(
            StreamDescription.builder()
                .streamArn(stream.arn())
                .streamLabel(identity.label())
                .streamStatus(stream.status())
                .streamViewType(identity.viewType())
                .creationRequestDateTime(identity.created())
                .tableName(identity.tableName())
                .keySchema(keys(identity))
                .shards(isBehindLast ? List.of() : List.of(shape(stream)))
                .build())
        .build();
  }

  private static List<KeySchemaElement> keys(StreamIdentity identity) {
    return identity.schema().attributes().stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.name())
                    .keyType(key.role().name())
                    .build())
        .toList();
  }

  private static Shard shape(ChangeStream stream) {
    var shard = stream.shard();
    var range =
        SequenceNumberRange.builder()
            .startingSequenceNumber(stream.identity().sequenceNumber(shard.oldestPosition()));
    if (shard.isClosed()) {
      range.endingSequenceNumber(
          stream.identity().sequenceNumber(Math.max(0, shard.lastPosition())));
    }
    return Shard.builder().shardId(shard.id()).sequenceNumberRange(range.build()).build();
  }
}

package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorResponse;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html. */
record GetShardIterator(Kinesis kinesis)
    implements Operation<GetShardIteratorRequest, GetShardIteratorResponse> {
  @Override
  public GetShardIteratorResponse handle(Call call, GetShardIteratorRequest request) {
    var stream = kinesis.serving(call, request.streamName(), request.streamARN());
    var number = ShardId.parse(request.shardId(), stream.name());
    var shard =
        stream
            .shard(number)
            .orElseThrow(() -> KinesisError.noSuchShard(Shard.id(number), stream.name()));
    var iterator =
        new ShardIterator(
            kinesis.clock().now().toEpochMilli(), stream.name(), number, position(shard, request));
    return GetShardIteratorResponse.builder().shardIterator(iterator.token()).build();
  }

  private long position(Shard shard, GetShardIteratorRequest request) {
    var type = request.shardIteratorTypeAsString();
    var number = request.startingSequenceNumber();
    var isNumbered = type.endsWith("_SEQUENCE_NUMBER");
    if (isNumbered != (number != null)
        || (type.equals("AT_TIMESTAMP") && request.timestamp() == null)) {
      throw mismatch(type, number, request);
    }
    return switch (request.shardIteratorType()) {
      case TRIM_HORIZON -> Shard.HORIZON;
      case LATEST -> shard.last();
      case AT_TIMESTAMP -> before(shard, request);
      case AT_SEQUENCE_NUMBER -> sequence(shard, number).position() - 1;
      case AFTER_SEQUENCE_NUMBER -> sequence(shard, number).position();
      default -> throw new IllegalStateException("The constraints let through " + type);
    };
  }

  private long before(Shard shard, GetShardIteratorRequest request) {
    var timestamp = request.timestamp();
    var now = kinesis.clock().now();
    if (timestamp.isAfter(now)) {
      throw KinesisError.invalid(
          ("The timestampInMillis parameter cannot be greater than the currentTimestampInMillis."
                  + " timestampInMillis: %d, currentTimestampInMillis: %d")
              .formatted(timestamp.toEpochMilli(), now.toEpochMilli()));
    }
    return shard.before(timestamp);
  }

  private static SequenceNumber sequence(Shard shard, @Nullable String digits) {
    var number =
        SequenceNumber.parse(digits == null ? "" : digits)
            .orElseThrow(() -> invalid(shard, digits, "is invalid."));
    if (number.shard() != shard.number()) {
      throw KinesisError.invalid(
          "Invalid StartingSequenceNumber. It encodes %s, while it was used in a call to a shard with %s"
              .formatted(Shard.id(number.shard()), shard.id()));
    }
    if (!shard.isOwn(number)) {
      throw invalid(shard, digits, "is invalid because it did not come from this stream.");
    }
    return number;
  }

  private static RuntimeException invalid(Shard shard, @Nullable String digits, String why) {
    return KinesisError.invalid(
        "StartingSequenceNumber %s used in GetShardIterator on shard %s in stream %s under account %s %s"
            .formatted(digits, shard.id(), shard.stream().name(), shard.stream().account(), why));
  }

  private static RuntimeException mismatch(
      String type, @Nullable String number, GetShardIteratorRequest request) {
    return KinesisError.invalid(
        ("Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and"
                + " StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no"
                + " StartingSequenceNumber or (3) AT_TIMESTAMP and a timestamp. Request specified"
                + " %s and %s StartingSequenceNumber%s.")
            .formatted(
                type,
                number == null ? "no" : "also a",
                request.timestamp() == null ? "" : " and also a timestamp"));
  }
}

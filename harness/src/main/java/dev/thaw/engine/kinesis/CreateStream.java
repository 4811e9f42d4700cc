package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.model.CreateStreamRequest;
import software.amazon.awssdk.services.kinesis.model.CreateStreamResponse;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html. */
record CreateStream(Kinesis kinesis)
    implements Operation<CreateStreamRequest, CreateStreamResponse> {
  /** One MiB, in KiB: what a stream takes that was not made for larger records. */
  static final int SMALLEST_RECORD_LIMIT = 1024;

  // Recorded 2022-08-26: localstack test_create_stream_without_shard_count.
  private static final int ON_DEMAND_SHARDS = 4;

  @Override
  public CreateStreamResponse handle(Call call, CreateStreamRequest request) {
    if (request.warmThroughputMiBps() != null) {
      throw CommonError.notImplemented("CreateStream with WarmThroughputMiBps");
    }
    var mode =
        request.streamModeDetails() == null
            ? StreamMode.PROVISIONED
            : request.streamModeDetails().streamMode();
    int shards = shards(request, mode);
    ShardLimit.check(kinesis, call.caller(), shards);
    Tags.check(request.tags());
    int kiB = Optional.ofNullable(request.maxRecordSizeInKiB()).orElse(SMALLEST_RECORD_LIMIT);
    kinesis.create(
        StreamName.of(call, request.streamName()),
        new Stream.Plan(mode, shards, kiB, request.tags()));
    return CreateStreamResponse.builder().build();
  }

  private static int shards(CreateStreamRequest request, StreamMode mode) {
    var asked = request.shardCount();
    if (mode == StreamMode.ON_DEMAND) {
      if (asked != null) {
        throw KinesisError.invalid("ShardCount must not be specified for an ON_DEMAND stream.");
      }
      return ON_DEMAND_SHARDS;
    }
    if (asked == null) {
      throw KinesisError.invalid("ShardCount must be specified for a PROVISIONED stream.");
    }
    return asked;
  }
}

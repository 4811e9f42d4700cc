package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.kinesis.model.IncreaseStreamRetentionPeriodRequest;
import software.amazon.awssdk.services.kinesis.model.IncreaseStreamRetentionPeriodResponse;

/**
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_IncreaseStreamRetentionPeriod.html.
 */
record IncreaseStreamRetentionPeriod(Kinesis kinesis)
    implements Operation<
        IncreaseStreamRetentionPeriodRequest, IncreaseStreamRetentionPeriodResponse> {
  @Override
  public IncreaseStreamRetentionPeriodResponse handle(
      Call call, IncreaseStreamRetentionPeriodRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    int hours = request.retentionPeriodHours();
    RetentionHours.check(hours);
    if (hours < stream.retentionHours()) {
      throw KinesisError.invalid(
          ("Requested retention period (%d hours) for stream %s can not be shorter than existing"
                  + " retention period (%d hours). Use DecreaseRetentionPeriod API.")
              .formatted(hours, stream.name().name(), stream.retentionHours()));
    }
    stream.setRetentionHours(hours);
    return IncreaseStreamRetentionPeriodResponse.builder().build();
  }
}

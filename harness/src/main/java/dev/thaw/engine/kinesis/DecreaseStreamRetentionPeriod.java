package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.kinesis.model.DecreaseStreamRetentionPeriodRequest;
import software.amazon.awssdk.services.kinesis.model.DecreaseStreamRetentionPeriodResponse;

/**
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DecreaseStreamRetentionPeriod.html.
 */
record DecreaseStreamRetentionPeriod(Kinesis kinesis)
    implements Operation<
        DecreaseStreamRetentionPeriodRequest, DecreaseStreamRetentionPeriodResponse> {
  @Override
  public DecreaseStreamRetentionPeriodResponse handle(
      Call call, DecreaseStreamRetentionPeriodRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    int hours = request.retentionPeriodHours();
    RetentionHours.check(hours);
    if (hours > stream.retentionHours()) {
      throw KinesisError.invalid(
          ("Requested retention period (%d hours) for stream %s can not be longer than existing"
                  + " retention period (%d hours). Use IncreaseRetentionPeriod API.")
              .formatted(hours, stream.name().name(), stream.retentionHours()));
    }
    stream.setRetentionHours(hours);
    return DecreaseStreamRetentionPeriodResponse.builder().build();
  }
}

package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.EnhancedMetrics;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamSummary.html. */
record DescribeStreamSummary(Kinesis kinesis)
    implements Operation<DescribeStreamSummaryRequest, DescribeStreamSummaryResponse> {
  @Override
  public DescribeStreamSummaryResponse handle(Call call, DescribeStreamSummaryRequest request) {
    var stream = kinesis.get(call, request.streamName(), request.streamARN());
    return DescribeStreamSummaryResponse.builder()
        .streamDescriptionSummary(
            summary ->
                summary
                    .streamName(stream.name().name())
                    .streamARN(stream.arn())
                    .streamStatus(stream.status())
                    .streamModeDetails(mode -> mode.streamMode(stream.mode()))
                    .retentionPeriodHours(stream.retentionHours())
                    .streamCreationTimestamp(stream.created())
                    .enhancedMonitoring(EnhancedMetrics.builder().shardLevelMetrics().build())
                    .encryptionType(EncryptionType.NONE)
                    .openShardCount(stream.open().size())
                    .consumerCount(0)
                    .maxRecordSizeInKiB(stream.maxRecordBytes() / 1024))
        .build();
  }
}

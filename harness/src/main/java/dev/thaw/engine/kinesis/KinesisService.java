package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.ActionTable;
import dev.thaw.engine.protocol.AwsJson;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.Service;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.kinesis.model.AddTagsToStreamRequest;
import software.amazon.awssdk.services.kinesis.model.CreateStreamRequest;
import software.amazon.awssdk.services.kinesis.model.DecreaseStreamRetentionPeriodRequest;
import software.amazon.awssdk.services.kinesis.model.DeleteStreamRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeLimitsRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.IncreaseStreamRetentionPeriodRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListStreamsRequest;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamRequest;
import software.amazon.awssdk.services.kinesis.model.MergeShardsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.RemoveTagsFromStreamRequest;
import software.amazon.awssdk.services.kinesis.model.SplitShardRequest;
import software.amazon.awssdk.services.kinesis.model.UpdateShardCountRequest;

/**
 * Kinesis's operations:
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html.
 */
public final class KinesisService {
  // Ten MiB of data, as base64 and with the members around it.
  private static final BodyLimit RECORDS =
      new BodyLimit(16 << 20, KinesisError.INVALID_ARGUMENT, "Records size exceeds 10 MB limit");

  private KinesisService() {}

  public static Service create(Kinesis kinesis, Executor workers) {
    var table = records(ActionTable.byTarget(), kinesis);
    table = streams(table, kinesis);
    table = shards(table, kinesis);
    return new AwsService(AwsJson.version11(), settings(table, kinesis), workers);
  }

  private static ActionTable records(ActionTable table, Kinesis kinesis) {
    return table
        .with(
            Binding.async("PutRecord", PutRecordRequest::builder, new PutRecord(kinesis))
                .constraints(KinesisConstraints.PUT_RECORD)
                .limit(RECORDS))
        .with(
            Binding.async("PutRecords", PutRecordsRequest::builder, new PutRecords(kinesis))
                .constraints(KinesisConstraints.PUT_RECORDS)
                .limit(RECORDS))
        .with(
            Binding.async("GetRecords", GetRecordsRequest::builder, new GetRecords(kinesis))
                .constraints(KinesisConstraints.GET_RECORDS))
        .with(
            Binding.of(
                    "GetShardIterator",
                    GetShardIteratorRequest::builder,
                    new GetShardIterator(kinesis))
                .constraints(KinesisConstraints.GET_ITERATOR));
  }

  private static ActionTable streams(ActionTable table, Kinesis kinesis) {
    return table
        .with(
            Binding.of("CreateStream", CreateStreamRequest::builder, new CreateStream(kinesis))
                .constraints(KinesisConstraints.CREATE))
        .with(
            Binding.of("DeleteStream", DeleteStreamRequest::builder, new DeleteStream(kinesis))
                .constraints(KinesisConstraints.BY_STREAM))
        .with(
            Binding.of(
                    "DescribeStream", DescribeStreamRequest::builder, new DescribeStream(kinesis))
                .constraints(KinesisConstraints.DESCRIBE))
        .with(
            Binding.of(
                    "DescribeStreamSummary",
                    DescribeStreamSummaryRequest::builder,
                    new DescribeStreamSummary(kinesis))
                .constraints(KinesisConstraints.BY_STREAM))
        .with(
            Binding.of("ListStreams", ListStreamsRequest::builder, new ListStreams(kinesis))
                .constraints(KinesisConstraints.LIST_STREAMS))
        .with(
            Binding.of(
                "DescribeLimits", DescribeLimitsRequest::builder, new DescribeLimits(kinesis)));
  }

  private static ActionTable shards(ActionTable table, Kinesis kinesis) {
    return table
        .with(
            Binding.of("ListShards", ListShardsRequest::builder, new ListShards(kinesis))
                .constraints(KinesisConstraints.LIST_SHARDS))
        .with(
            Binding.of("SplitShard", SplitShardRequest::builder, new SplitShard(kinesis))
                .constraints(KinesisConstraints.SPLIT))
        .with(
            Binding.of("MergeShards", MergeShardsRequest::builder, new MergeShards(kinesis))
                .constraints(KinesisConstraints.MERGE))
        .with(
            Binding.of(
                    "UpdateShardCount",
                    UpdateShardCountRequest::builder,
                    new UpdateShardCount(kinesis))
                .constraints(KinesisConstraints.SHARD_COUNT));
  }

  private static ActionTable settings(ActionTable table, Kinesis kinesis) {
    return table
        .with(
            Binding.of(
                    "AddTagsToStream",
                    AddTagsToStreamRequest::builder,
                    new AddTagsToStream(kinesis))
                .constraints(KinesisConstraints.ADD_TAGS))
        .with(
            Binding.of(
                    "RemoveTagsFromStream",
                    RemoveTagsFromStreamRequest::builder,
                    new RemoveTagsFromStream(kinesis))
                .constraints(KinesisConstraints.REMOVE_TAGS))
        .with(
            Binding.of(
                    "ListTagsForStream",
                    ListTagsForStreamRequest::builder,
                    new ListTagsForStream(kinesis))
                .constraints(KinesisConstraints.LIST_TAGS))
        .with(
            Binding.of(
                    "IncreaseStreamRetentionPeriod",
                    IncreaseStreamRetentionPeriodRequest::builder,
                    new IncreaseStreamRetentionPeriod(kinesis))
                .constraints(KinesisConstraints.RETENTION))
        .with(
            Binding.of(
                    "DecreaseStreamRetentionPeriod",
                    DecreaseStreamRetentionPeriodRequest::builder,
                    new DecreaseStreamRetentionPeriod(kinesis))
                .constraints(KinesisConstraints.RETENTION));
  }
}

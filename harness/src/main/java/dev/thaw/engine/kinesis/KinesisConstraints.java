package dev.thaw.engine.kinesis;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;
import static dev.thaw.engine.protocol.Constraint.shortest;

import dev.thaw.engine.protocol.Constraint;
import dev.thaw.engine.protocol.Constraints;
import java.util.List;
import java.util.stream.Stream;

/** Kinesis's constraints by operation, from its API reference. */
final class KinesisConstraints {
  private static final String NAME = "[a-zA-Z0-9_.-]+";
  private static final String HASH_KEY = "0|([1-9]\\d{0,38})";
  private static final List<Constraint> STREAM =
      List.of(shortest("StreamName", 1), longest("StreamName", 128), pattern("StreamName", NAME));

  static final Constraints BY_STREAM = stream();
  static final Constraints CREATE =
      stream(
          required("StreamName"),
          atLeast("ShardCount", 1),
          oneOf("StreamModeDetails.StreamMode", List.of("PROVISIONED", "ON_DEMAND")),
          atLeast("MaxRecordSizeInKiB", CreateStream.SMALLEST_RECORD_LIMIT),
          atMost("MaxRecordSizeInKiB", RecordSizes.LARGEST_DATA / 1024));
  static final Constraints DESCRIBE = stream(atLeast("Limit", 1), atMost("Limit", 10_000));
  static final Constraints LIST_STREAMS =
      Constraints.of(atLeast("Limit", 1), atMost("Limit", 10_000));
  static final Constraints LIST_SHARDS =
      stream(atLeast("MaxResults", 1), atMost("MaxResults", 10_000));
  static final Constraints LIST_TAGS = stream(atLeast("Limit", 1), atMost("Limit", Tags.MOST));
  static final Constraints ADD_TAGS = stream(required("Tags"), shortest("Tags", 1));
  static final Constraints REMOVE_TAGS =
      stream(required("TagKeys"), shortest("TagKeys", 1), longest("TagKeys", Tags.MOST));
  static final Constraints RETENTION = stream(required("RetentionPeriodHours"));
  static final Constraints GET_RECORDS =
      Constraints.of(
          required("ShardIterator"),
          shortest("ShardIterator", 1),
          longest("ShardIterator", 512),
          atLeast("Limit", 1),
          atMost("Limit", 10_000));
  static final Constraints GET_ITERATOR =
      stream(
          required("ShardId"),
          shortest("ShardId", 1),
          longest("ShardId", 128),
          pattern("ShardId", NAME),
          required("ShardIteratorType"),
          oneOf(
              "ShardIteratorType",
              List.of(
                  "AFTER_SEQUENCE_NUMBER",
                  "LATEST",
                  "AT_TIMESTAMP",
                  "AT_SEQUENCE_NUMBER",
                  "TRIM_HORIZON")),
          pattern("StartingSequenceNumber", "0|([1-9]\\d{0,128})"));
  static final Constraints PUT_RECORD =
      stream(
          required("Data"),
          longest("Data", RecordSizes.LARGEST_DATA),
          required("PartitionKey"),
          shortest("PartitionKey", 1),
          longest("PartitionKey", 256),
          pattern("ExplicitHashKey", HASH_KEY));
  static final Constraints PUT_RECORDS =
      stream(
          required("Records"),
          shortest("Records", 1),
          longest("Records", 500),
          required("Records.member.Data"),
          longest("Records.member.Data", RecordSizes.LARGEST_DATA),
          required("Records.member.PartitionKey"),
          shortest("Records.member.PartitionKey", 1),
          longest("Records.member.PartitionKey", 256),
          pattern("Records.member.ExplicitHashKey", HASH_KEY));
  static final Constraints SPLIT =
      stream(
          required("ShardToSplit"),
          required("NewStartingHashKey"),
          pattern("NewStartingHashKey", HASH_KEY));
  static final Constraints MERGE =
      stream(required("ShardToMerge"), required("AdjacentShardToMerge"));
  static final Constraints SHARD_COUNT =
      stream(
          required("TargetShardCount"),
          atLeast("TargetShardCount", 1),
          required("ScalingType"),
          oneOf("ScalingType", List.of("UNIFORM_SCALING")));

  private KinesisConstraints() {}

  private static Constraints stream(Constraint... more) {
    return Constraints.of(
        Stream.concat(STREAM.stream(), Stream.of(more)).toArray(Constraint[]::new));
  }
}

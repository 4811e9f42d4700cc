package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.ErrorCode;

/**
 * Kinesis's errors, as in
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html; texts as others saw
 * them on AWS (mhart/kinesalite, whose tests also run there).
 */
enum KinesisError implements ErrorCode {
  RESOURCE_NOT_FOUND("ResourceNotFoundException"),
  RESOURCE_IN_USE("ResourceInUseException"),
  INVALID_ARGUMENT("InvalidArgumentException"),
  LIMIT_EXCEEDED("LimitExceededException"),
  EXPIRED_ITERATOR("ExpiredIteratorException"),
  THROUGHPUT_EXCEEDED("ProvisionedThroughputExceededException");

  private final String code;

  KinesisError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return 400;
  }

  static AwsException noSuchStream(StreamName stream) {
    return new AwsException(
        RESOURCE_NOT_FOUND,
        "Stream %s under account %s not found.".formatted(stream.name(), stream.account()));
  }

  static AwsException exists(StreamName stream) {
    return new AwsException(
        RESOURCE_IN_USE,
        "Stream %s under account %s already exists.".formatted(stream.name(), stream.account()));
  }

  static AwsException notActive(StreamName stream, String status) {
    return new AwsException(
        RESOURCE_IN_USE,
        "Stream %s under account %s not ACTIVE, instead in state %s"
            .formatted(stream.name(), stream.account(), status));
  }

  /** Where an iterator is asked for. */
  static AwsException noSuchShard(String shard, StreamName stream) {
    return new AwsException(
        RESOURCE_NOT_FOUND,
        "Shard %s in stream %s under account %s does not exist"
            .formatted(shard, stream.name(), stream.account()));
  }

  /** Where shards are split, merged or listed. */
  static AwsException shardNotFound(String shard, StreamName stream) {
    return new AwsException(
        RESOURCE_NOT_FOUND,
        "Could not find shard %s in stream %s under account %s."
            .formatted(shard, stream.name(), stream.account()));
  }

  static AwsException rateExceeded(String shard, StreamName stream) {
    return new AwsException(
        THROUGHPUT_EXCEEDED,
        "Rate exceeded for shard %s in stream %s under account %s."
            .formatted(shard, stream.name(), stream.account()));
  }

  static AwsException invalid(String message) {
    return new AwsException(INVALID_ARGUMENT, message);
  }

  static AwsException limit(String message) {
    return new AwsException(LIMIT_EXCEEDED, message);
  }
}

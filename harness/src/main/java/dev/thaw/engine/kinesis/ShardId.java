package dev.thaw.engine.kinesis;

import java.util.regex.Pattern;

/** Shards as callers name them: {@code shardId-000000000000}, or just the number. */
final class ShardId {
  private static final Pattern SYNTAX = Pattern.compile("(?:shardId-)?(\\d{1,12})");

  private ShardId() {}

  /** The shard's number, whether there is such a shard or not. */
  static int parse(String id, StreamName stream) {
    var match = SYNTAX.matcher(id);
    long number = match.matches() ? Long.parseLong(match.group(1)) : Long.MAX_VALUE;
    if (number > Integer.MAX_VALUE) {
      throw KinesisError.shardNotFound(id, stream);
    }
    return (int) number;
  }

  /** The open shard that is named. */
  static Shard open(Stream stream, String id) {
    int number = parse(id, stream.name());
    return stream.open().stream()
        .filter(shard -> shard.number() == number)
        .findFirst()
        .orElseThrow(() -> KinesisError.shardNotFound(Shard.id(number), stream.name()));
  }
}

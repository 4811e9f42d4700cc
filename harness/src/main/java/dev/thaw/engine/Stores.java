package dev.thaw.engine;

import dev.thaw.engine.cloudwatch.Metrics;
import dev.thaw.engine.dynamodb.stream.Streams;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.kinesis.Kinesis;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.sqs.Queues;
import dev.thaw.engine.stream.EventStreams;
import java.util.Map;

/**
 * What an engine's services keep: buckets, queues, streams, tables and metrics, all empty at first.
 */
final class Stores {
  private final Buckets buckets;
  private final Queues queues;
  private final Kinesis kinesis;
  private final Streams tableStreams;
  private final Tables tables;
  private final Metrics metrics = new Metrics();

  Stores(EngineParts parts) {
    this.buckets = new Buckets(parts.folder().resolve("s3"), parts.clock());
    this.queues = new Queues(parts.clock(), parts.ids());
    this.kinesis = new Kinesis(parts.clock(), parts.time());
    this.tableStreams = new Streams(parts.time()::nowNs);
    this.tables = new Tables(tableStreams, parts.clock(), parts.time()::nowNs, parts.ids());
  }

  Buckets buckets() {
    return buckets;
  }

  Queues queues() {
    return queues;
  }

  Kinesis kinesis() {
    return kinesis;
  }

  Streams tableStreams() {
    return tableStreams;
  }

  Tables tables() {
    return tables;
  }

  /** Streams by the service in their ARNs. */
  Map<String, EventStreams> streams() {
    return Map.of("kinesis", kinesis, "dynamodb", tableStreams);
  }

  Metrics metrics() {
    return metrics;
  }
}

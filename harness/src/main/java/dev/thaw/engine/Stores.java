package dev.thaw.engine;

import dev.thaw.engine.cloudwatch.Metrics;
import dev.thaw.engine.kinesis.Kinesis;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.sqs.Queues;

/** What an engine's services keep: buckets, queues, streams and metrics, all empty at first. */
final class Stores {
  private final Buckets buckets;
  private final Queues queues;
  private final Kinesis kinesis;
  private final Metrics metrics = new Metrics();

  Stores(EngineParts parts) {
    this.buckets = new Buckets(parts.folder().resolve("s3"), parts.clock());
    this.queues = new Queues(parts.clock(), parts.ids());
    this.kinesis = new Kinesis(parts.clock(), parts.time());
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

  Metrics metrics() {
    return metrics;
  }
}

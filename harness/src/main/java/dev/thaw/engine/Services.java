package dev.thaw.engine;

import dev.thaw.engine.dynamodb.DynamoDbService;
import dev.thaw.engine.dynamodb.stream.Streams;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.lambda.LambdaService;
import dev.thaw.engine.lambda.function.AsyncEvents;
import dev.thaw.engine.lambda.function.FunctionOperations;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.logs.LogStore;
import dev.thaw.engine.logs.LogsService;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.s3.S3Service;
import dev.thaw.engine.sts.StsService;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.concurrency.Account;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/** All services of an engine, wired to each other and to what moves by itself. */
final class Services {
  private final Parts parts;
  private final Buckets buckets;
  private final Lambda lambda;
  private final Streams tableStreams;
  private final Tables tables;

  /** What all of them stand on. */
  record Parts(
      EngineSettings settings,
      Path folder,
      Clock clock,
      PlatformTime time,
      Executor workers,
      Invoker invoker,
      LogStore logs) {}

  Services(Parts parts) {
    this.parts = parts;
    this.buckets = new Buckets(parts.folder().resolve("s3"), parts.clock());
    this.lambda = lambda();
    this.tableStreams = new Streams(parts.time()::nowNs);
    this.tables =
        new Tables(
            tableStreams, parts.clock(), parts.time()::nowNs, () -> UUID.randomUUID().toString());
  }

  private Lambda lambda() {
    var limit = parts.settings().platform().accountConcurrency();
    return Lambda.create(
        new Lambda.Surroundings(
            parts.folder().resolve("code"),
            buckets,
            parts.invoker(),
            new Account(limit, parts.clock().nanoTime()),
            parts.workers()),
        parts.clock(),
        () -> UUID.randomUUID().toString());
  }

  /** By the name that requests are signed for. */
  Map<String, Service> byName() {
    var workers = parts.workers();
    return Map.of(
        "lambda", LambdaService.create(lambdaOperations(), workers),
        "s3", S3Service.create(buckets, workers),
        "logs", LogsService.create(parts.logs(), workers),
        "sts", StsService.create(workers),
        "dynamodb", DynamoDbService.create(tables, tableStreams, workers));
  }

  private List<OperationGroup> lambdaOperations() {
    AsyncEvents events =
        event -> {
          throw CommonError.notImplemented("Invoke with the invocation type Event");
        };
    return List.of(new FunctionOperations(lambda, events));
  }
}

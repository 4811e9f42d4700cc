package dev.thaw.engine;

import dev.thaw.engine.apigateway.ApiGatewayService;
import dev.thaw.engine.apigateway.route.Functions;
import dev.thaw.engine.cloudwatch.CloudWatchService;
import dev.thaw.engine.dynamodb.DynamoDbService;
import dev.thaw.engine.kinesis.KinesisService;
import dev.thaw.engine.logs.LogsService;
import dev.thaw.engine.protocol.LateService;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.s3.S3Service;
import dev.thaw.engine.sqs.SqsService;
import dev.thaw.engine.sts.StsService;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All services of an engine, by the names that requests are signed for. */
final class Services implements AutoCloseable {
  private final EngineParts parts;
  private final Stores stores;
  private final LambdaParts lambda;

  Services(EngineParts parts) {
    this.parts = parts;
    this.stores = new Stores(parts);
    this.lambda = new LambdaParts(parts, stores);
  }

  Map<String, Service> byName() {
    var workers = parts.workers();
    var apiGateway =
        new ApiGatewayService(
            new Functions(lambda.lambda().invocations(), lambda::mayApiInvoke),
            parts.clock(),
            parts.ids());
    return Map.ofEntries(
        Map.entry("lambda", late(lambda::control)),
        Map.entry("lambda-url", lambda.urls()),
        Map.entry("apigateway", late(() -> apiGateway.control(workers))),
        Map.entry("execute-api", apiGateway.front()),
        Map.entry("s3", s3()),
        Map.entry("kinesis", late(() -> KinesisService.create(stores.kinesis(), workers))),
        Map.entry("dynamodb", late(this::dynamoDb)),
        Map.entry("sqs", late(() -> SqsService.create(stores.queues(), workers))),
        Map.entry("monitoring", late(this::cloudWatch)),
        Map.entry("application-autoscaling", late(lambda::autoScaling)),
        Map.entry("logs", late(() -> LogsService.create(parts.logs(), workers))),
        Map.entry("sts", late(() -> StsService.create(workers))));
  }

  private static Service late(Supplier<Service> maker) {
    return new LateService(maker);
  }

  private Service s3() {
    var notifications = List.of(lambda.bucketNotifications());
    return late(
        () -> S3Service.create(stores.buckets(), notifications, parts.ids(), parts.workers()));
  }

  private Service dynamoDb() {
    return DynamoDbService.create(stores.tables(), stores.tableStreams(), parts.workers());
  }

  private Service cloudWatch() {
    return CloudWatchService.create(stores.metrics(), parts.clock(), parts.workers());
  }

  /** Ends what moves by itself. */
  @Override
  public void close() {
    lambda.close();
  }
}

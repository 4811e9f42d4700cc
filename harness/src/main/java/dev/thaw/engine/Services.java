package dev.thaw.engine;

import dev.thaw.engine.apigateway.ApiGatewayService;
import dev.thaw.engine.apigateway.route.Functions;
import dev.thaw.engine.cloudwatch.CloudWatchService;
import dev.thaw.engine.dynamodb.DynamoDbService;
import dev.thaw.engine.kinesis.KinesisService;
import dev.thaw.engine.logs.LogsService;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.s3.S3Service;
import dev.thaw.engine.sqs.SqsService;
import dev.thaw.engine.sts.StsService;
import java.util.List;
import java.util.Map;

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
        Map.entry("lambda", lambda.control()),
        Map.entry("lambda-url", lambda.urls()),
        Map.entry("apigateway", apiGateway.control(workers)),
        Map.entry("execute-api", apiGateway.front()),
        Map.entry("s3", s3()),
        Map.entry("kinesis", KinesisService.create(stores.kinesis(), workers)),
        Map.entry(
            "dynamodb", DynamoDbService.create(stores.tables(), stores.tableStreams(), workers)),
        Map.entry("sqs", SqsService.create(stores.queues(), workers)),
        Map.entry("monitoring", CloudWatchService.create(stores.metrics(), parts.clock(), workers)),
        Map.entry("application-autoscaling", lambda.autoScaling()),
        Map.entry("logs", LogsService.create(parts.logs(), workers)),
        Map.entry("sts", StsService.create(workers)));
  }

  private Service s3() {
    return S3Service.create(
        stores.buckets(), List.of(lambda.bucketNotifications()), parts.ids(), parts.workers());
  }

  /** Ends what moves by itself. */
  @Override
  public void close() {
    lambda.close();
  }
}

package dev.thaw.engine;

import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.kinesis.Kinesis;
import dev.thaw.engine.kinesis.KinesisService;
import dev.thaw.engine.lambda.LambdaService;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.admission.Provisioner;
import dev.thaw.engine.lambda.async.EventInvokeConfigs;
import dev.thaw.engine.lambda.async.EventInvokeOperations;
import dev.thaw.engine.lambda.concurrency.ConcurrencyOperations;
import dev.thaw.engine.lambda.concurrency.ProvisionedFollower;
import dev.thaw.engine.lambda.concurrency.ProvisionedOperations;
import dev.thaw.engine.lambda.function.FunctionOperations;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.permission.Policies;
import dev.thaw.engine.lambda.permission.PolicyOperations;
import dev.thaw.engine.lambda.settings.SettingsOperations;
import dev.thaw.engine.lambda.tag.FunctionTags;
import dev.thaw.engine.lambda.tag.TagOperations;
import dev.thaw.engine.lambda.version.VersionOperations;
import dev.thaw.engine.logs.LogStore;
import dev.thaw.engine.logs.LogsService;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.s3.S3Service;
import dev.thaw.engine.sqs.Queues;
import dev.thaw.engine.sqs.SqsService;
import dev.thaw.engine.sts.StsService;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.engine.trigger.async.AsyncListener;
import dev.thaw.engine.trigger.async.AsyncQueue;
import dev.thaw.engine.trigger.async.Deliveries;
import dev.thaw.engine.trigger.async.EventInvoker;
import dev.thaw.engine.trigger.bucket.NotificationOperations;
import dev.thaw.engine.trigger.bucket.Notifications;
import dev.thaw.engine.trigger.destination.Destinations;
import dev.thaw.invocation.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executor;

/** All services of an engine, wired to each other and to what moves by itself. */
final class Services implements AutoCloseable {
  private static final long SEED = 5;

  private final Parts parts;
  private final Buckets buckets;
  private final Queues queues;
  private final Lambda lambda;
  private final Kinesis kinesis;
  private final EventInvokeConfigs eventInvokeConfigs = new EventInvokeConfigs();
  private final AsyncQueue events;
  private final Policies policies = new Policies();
  private final ProvisionedConfigs provisioned;

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
    this.queues = new Queues(parts.clock(), () -> UUID.randomUUID().toString());
    this.lambda = lambda();
    this.kinesis = new Kinesis(parts.clock(), parts.time());
    this.events = asyncQueue();
    lambda.listeners().add(policies);
    this.provisioned = provisioned();
  }

  private Lambda lambda() {
    var limit = parts.settings().platform().accountConcurrency();
    return Lambda.create(
        new Lambda.Surroundings(
            parts.folder().resolve("code"),
            buckets,
            parts.invoker(),
            new Accounts(limit, parts.clock()),
            parts.workers(),
            new SplittableRandom(SEED)),
        parts.clock(),
        () -> UUID.randomUUID().toString());
  }

  private ProvisionedConfigs provisioned() {
    var lifetime = parts.settings().platform().maxLifetime();
    var provisioner = Provisioner.on(parts.time(), parts.clock(), parts.invoker(), lifetime);
    var configs = new ProvisionedConfigs(lambda.accounts(), provisioner);
    lambda.listeners().add(new ProvisionedFollower(lambda.functions(), configs));
    return configs;
  }

  /** By the name that requests are signed for. */
  Map<String, Service> byName() {
    var workers = parts.workers();
    return Map.of(
        "lambda", LambdaService.create(lambdaOperations(), workers),
        "kinesis", KinesisService.create(kinesis, workers),
        "s3", S3Service.create(buckets, List.of(notificationOperations()), lambda.ids(), workers),
        "sqs", SqsService.create(queues, workers),
        "logs", LogsService.create(parts.logs(), workers),
        "sts", StsService.create(workers));
  }

  private AsyncQueue asyncQueue() {
    var deliveries =
        new Deliveries(
            lambda.functions(),
            eventInvokeConfigs,
            new Destinations(queues, buckets),
            parts.time(),
            lambda.ids(),
            AsyncListener.NONE);
    var queue = new AsyncQueue(new AsyncQueue.Parts(EventInvoker.of(lambda), deliveries));
    lambda.listeners().addAll(List.of(eventInvokeConfigs, queue));
    return queue;
  }

  private OperationGroup notificationOperations() {
    var notifications = new Notifications(lambda.functions(), events, queues, lambda.ids());
    buckets.add(notifications);
    return new NotificationOperations(
        new NotificationOperations.Parts(
            notifications, buckets, policies, parts.clock(), lambda.ids()));
  }

  private List<OperationGroup> lambdaOperations() {
    return List.of(
        new FunctionOperations(lambda, events),
        new VersionOperations(lambda),
        new PolicyOperations(lambda, policies),
        new TagOperations(Map.of("function", new FunctionTags(lambda.functions()))),
        SettingsOperations.create(lambda, lambda.accounts(), owner -> 0),
        new ConcurrencyOperations(lambda),
        new ProvisionedOperations(lambda, provisioned),
        new EventInvokeOperations(lambda, eventInvokeConfigs));
  }

  /** Forgets the events that wait. */
  @Override
  public void close() {
    events.close();
  }
}

package dev.thaw.engine;

import dev.thaw.engine.autoscaling.AutoScalingService;
import dev.thaw.engine.cloudwatch.LambdaMetrics;
import dev.thaw.engine.lambda.LambdaService;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.admission.Provisioner;
import dev.thaw.engine.lambda.async.EventInvokeConfigs;
import dev.thaw.engine.lambda.async.EventInvokeOperations;
import dev.thaw.engine.lambda.concurrency.ConcurrencyOperations;
import dev.thaw.engine.lambda.concurrency.ProvisionedCapacity;
import dev.thaw.engine.lambda.concurrency.ProvisionedFollower;
import dev.thaw.engine.lambda.concurrency.ProvisionedOperations;
import dev.thaw.engine.lambda.function.FunctionOperations;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.layer.LayerOperations;
import dev.thaw.engine.lambda.mapping.MappingOperations;
import dev.thaw.engine.lambda.mapping.Mappings;
import dev.thaw.engine.lambda.permission.Policies;
import dev.thaw.engine.lambda.permission.PolicyOperations;
import dev.thaw.engine.lambda.policy.Requester;
import dev.thaw.engine.lambda.settings.SettingsOperations;
import dev.thaw.engine.lambda.tag.FunctionTags;
import dev.thaw.engine.lambda.tag.TagOperations;
import dev.thaw.engine.lambda.url.FunctionUrlOperations;
import dev.thaw.engine.lambda.version.VersionOperations;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.trigger.async.AsyncQueue;
import dev.thaw.engine.trigger.async.Deliveries;
import dev.thaw.engine.trigger.async.EventInvoker;
import dev.thaw.engine.trigger.bucket.NotificationOperations;
import dev.thaw.engine.trigger.bucket.Notifications;
import dev.thaw.engine.trigger.destination.Destinations;
import dev.thaw.engine.trigger.stream.BatchFunctions;
import dev.thaw.engine.trigger.stream.StreamPollers;
import dev.thaw.engine.trigger.stream.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Lambda with all that belongs to it, wired to the services that it reads, fills and calls. */
final class LambdaParts implements AutoCloseable {
  private static final long SEED = 5;

  private final EngineParts parts;
  private final Stores stores;
  private final LambdaMetrics metrics;
  private final Lambda lambda;
  private final FunctionUrlOperations urls;
  private final Policies policies = new Policies();
  private final EventInvokeConfigs eventInvokeConfigs = new EventInvokeConfigs();
  private final AsyncQueue events;
  private final ProvisionedConfigs provisioned;
  private final StreamPollers pollers;
  private final Mappings mappings;

  LambdaParts(EngineParts parts, Stores stores) {
    this.parts = parts;
    this.stores = stores;
    this.metrics = new LambdaMetrics(stores.metrics(), parts.clock());
    this.lambda = createLambda();
    this.urls = new FunctionUrlOperations(lambda, this::mayCallUrl);
    this.events = asyncQueue();
    this.provisioned = provisioned();
    this.pollers = pollers();
    this.mappings = new Mappings(pollers, parts.time());
    lambda.invoker().listeners().add(metrics);
    lambda.listeners().add(policies);
  }

  private Lambda createLambda() {
    var limit = parts.settings().platform().accountConcurrency();
    return Lambda.create(
        new Lambda.Surroundings(
            parts.folder().resolve("code"),
            stores.buckets(),
            parts.invoker(),
            new Accounts(limit, parts.clock()),
            parts.workers(),
            new SplittableRandom(SEED)),
        parts.clock(),
        parts.ids());
  }

  private AsyncQueue asyncQueue() {
    var deliveries =
        new Deliveries(
            lambda.functions(),
            eventInvokeConfigs,
            new Destinations(stores.queues(), stores.buckets()),
            parts.time(),
            lambda.ids(),
            metrics);
    var invoker = EventInvoker.of(lambda);
    var queue =
        AsyncQueue.start(new AsyncQueue.Parts(invoker, eventInvokeConfigs::rules, deliveries));
    lambda.listeners().addAll(List.of(eventInvokeConfigs, queue));
    return queue;
  }

  private ProvisionedConfigs provisioned() {
    var lifetime = parts.settings().platform().maxLifetime();
    var provisioner = Provisioner.on(parts.time(), parts.clock(), parts.invoker(), lifetime);
    var configs = new ProvisionedConfigs(lambda.accounts(), provisioner);
    lambda.listeners().add(new ProvisionedFollower(lambda.functions(), configs));
    return configs;
  }

  private StreamPollers pollers() {
    return new StreamPollers(
        new Surroundings(
            BatchFunctions.of(lambda),
            lambda.ids(),
            stores.streams(),
            new Destinations(stores.queues(), stores.buckets()),
            parts.time(),
            parts.workers(),
            metrics));
  }

  Lambda lambda() {
    return lambda;
  }

  /** What makes and changes functions, and invokes them. */
  Service control() {
    return LambdaService.create(operations(), parts.workers());
  }

  /** What answers under function URLs. */
  Service urls() {
    return urls.front(metrics);
  }

  /** What scales provisioned concurrency. */
  Service autoScaling() {
    return AutoScalingService.create(
        new ProvisionedCapacity(lambda, provisioned),
        parts.time(),
        parts.clock(),
        parts.ids(),
        parts.workers());
  }

  private List<OperationGroup> operations() {
    return List.of(
        new FunctionOperations(lambda, events),
        new VersionOperations(lambda),
        new ConcurrencyOperations(lambda),
        new ProvisionedOperations(lambda, provisioned),
        new EventInvokeOperations(lambda, eventInvokeConfigs),
        new MappingOperations(lambda, mappings, stores.streams()),
        new PolicyOperations(lambda, policies),
        new TagOperations(Map.of("function", new FunctionTags(lambda.functions()))),
        SettingsOperations.create(lambda, lambda.accounts(), lambda.layers()::bytes),
        new LayerOperations(lambda),
        urls);
  }

  /** What S3 notifies of its objects, by the queue of asynchronous events and by SQS. */
  OperationGroup bucketNotifications() {
    var notifications = new Notifications(lambda.functions(), events, stores.queues(), parts.ids());
    stores.buckets().add(notifications);
    return new NotificationOperations(
        new NotificationOperations.Parts(
            notifications, stores.buckets(), policies, parts.clock(), parts.ids()));
  }

  private boolean mayCallUrl(FunctionReference function, String authType) {
    return policies.isAllowed(function, Requester.url(authType));
  }

  /** Whether an API may invoke a function: it is named by its ARN. */
  boolean mayApiInvoke(FunctionReference function, String account, String apiArn) {
    var requester = Requester.service("apigateway.amazonaws.com", apiArn, account);
    return policies.isAllowed(function, requester);
  }

  /** Stops polling and forgets the events that wait. */
  @Override
  public void close() {
    pollers.close();
    events.close();
  }
}

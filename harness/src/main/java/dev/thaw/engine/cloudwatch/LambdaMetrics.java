package dev.thaw.engine.cloudwatch;

import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.InvocationAttempt;
import dev.thaw.engine.lambda.function.InvocationListener;
import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.engine.lambda.url.UrlListener;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.trigger.async.AsyncListener;
import dev.thaw.engine.trigger.stream.PollingFeed;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.async.Condition;
import dev.thaw.rules.concurrency.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The metrics that Lambda emits of itself. Those of an invocation carry the instant at which the
 * function was invoked.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types
 *     of metrics for Lambda functions</a>
 */
public final class LambdaMetrics
    implements InvocationListener, AsyncListener, UrlListener, PollingFeed {
  private static final String FUNCTION = "FunctionName";
  private static final String RESOURCE = "Resource";
  private static final String EXECUTED = "ExecutedVersion";
  private static final long NS_PER_MS = 1_000_000;

  private final Metrics metrics;
  private final Clock clock;
  private final Map<Executed, Emitter> executions = new ConcurrentHashMap<>();
  private final Map<FunctionReference, Emitter> functions = new ConcurrentHashMap<>();
  private final Map<FunctionReference, Emitter> resources = new ConcurrentHashMap<>();
  private final Map<String, Emitter> mappings = new ConcurrentHashMap<>();
  private final Map<Caller, Emitter> regions = new ConcurrentHashMap<>();

  /** A function as it was named, and the version that ran. */
  private record Executed(FunctionReference function, String version) {}

  public LambdaMetrics(Metrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void began(InvocationAttempt attempt, Ticket.Admitted ticket) {
    var at = clock.now();
    var level = ticket.level();
    var region = region(attempt.reference());
    region.emit("ConcurrentExecutions", at, level.account());
    region.emit("UnreservedConcurrentExecutions", at, level.unreserved());
    region.emit("ClaimedAccountConcurrency", at, level.claimed());
    function(attempt.reference()).emit("ConcurrentExecutions", at, level.function());
    if (ticket instanceof Ticket.OnProvisioned) {
      var resource = resource(attempt.reference());
      resource.emit("ProvisionedConcurrentExecutions", at, level.provisioned());
      resource.emit("ProvisionedConcurrencyUtilization", at, level.provisionedUtilization());
      resource.emit("ProvisionedConcurrencyInvocations", at, 1);
    } else if (ticket.isSpillOver()) {
      resource(attempt.reference()).emit("ProvisionedConcurrencySpilloverInvocations", at, 1);
    }
  }

  @Override
  public void ended(InvocationAttempt attempt, Ticket.Admitted ticket, InvocationResult result) {
    var emitter = execution(attempt);
    var report = result.report();
    if (report == null) {
      return;
    }
    double initMs = report.initMs() == null ? 0 : report.initMs();
    long tookNs = (long) ((report.durationMs() + initMs) * NS_PER_MS);
    var invokedAt = clock.now().minusNanos(tookNs);
    emitter.emit("Invocations", invokedAt, 1);
    emitter.emit("Errors", invokedAt, result.functionError() == null ? 0 : 1);
    emitter.emit("Throttles", invokedAt, 0);
    emitter.emit("Duration", invokedAt, report.durationMs());
  }

  @Override
  public void throttled(InvocationAttempt attempt, Admission limit) {
    execution(attempt).emit("Throttles", clock.now(), 1);
  }

  @Override
  public void received(FunctionReference function) {
    function(function).emit("AsyncEventsReceived", clock.now(), 1);
  }

  @Override
  public void invoked(FunctionReference function, Duration age) {
    function(function).emit("AsyncEventAge", clock.now(), (double) age.toMillis());
  }

  @Override
  public void left(FunctionReference function, Condition condition, Duration stay) {
    double dropped = condition == Condition.SUCCESS ? 0 : 1;
    function(function).emit("AsyncEventsDropped", clock.now(), dropped);
  }

  @Override
  public void deliveryFailed(FunctionReference function) {
    function(function).emit("DestinationDeliveryFailures", clock.now(), 1);
  }

  @Override
  public void deadLetterFailed(FunctionReference function) {
    function(function).emit("DeadLetterErrors", clock.now(), 1);
  }

  @Override
  public void answered(FunctionReference function, Instant at, int status, Duration latency) {
    var emitter = function(function);
    emitter.emit("UrlRequestCount", at, 1);
    emitter.emit("Url4xxCount", at, status / 100 == 4 ? 1 : 0);
    emitter.emit("Url5xxCount", at, status / 100 == 5 ? 1 : 0);
    emitter.emit("UrlRequestLatency", at, latency.toNanos() / (double) NS_PER_MS);
  }

  @Override
  public void counted(Mapping mapping, Count count, int records) {
    var metric =
        switch (count) {
          case POLLED_EVENT_COUNT -> "PolledEventCount";
          case FILTERED_OUT_EVENT_COUNT -> "FilteredOutEventCount";
          case INVOKED_EVENT_COUNT -> "InvokedEventCount";
          case FAILED_INVOKE_EVENT_COUNT -> "FailedInvokeEventCount";
          case DROPPED_EVENT_COUNT -> "DroppedEventCount";
          case ON_FAILURE_DESTINATION_DELIVERED_EVENT_COUNT ->
              "OnFailureDestinationDeliveredEventCount";
          case DESTINATION_DELIVERY_FAILURES -> "DestinationDeliveryFailures";
        };
    var emitter =
        count == Count.DESTINATION_DELIVERY_FAILURES
            ? function(mapping.function())
            : mappings.computeIfAbsent(mapping.uuid(), uuid -> mapping(mapping));
    emitter.emit(metric, clock.now(), records);
  }

  private Emitter mapping(Mapping mapping) {
    var dimensions = Map.of("EventSourceMappingUUID", mapping.uuid());
    return emitter(owner(mapping.function()), List.of(dimensions));
  }

  @Override
  public void iteratorAge(Mapping mapping, Duration age) {
    function(mapping.function()).emit("IteratorAge", clock.now(), (double) age.toMillis());
  }

  private Emitter region(FunctionReference function) {
    return regions.computeIfAbsent(owner(function), owner -> emitter(owner, List.of(Map.of())));
  }

  private Emitter function(FunctionReference function) {
    return functions.computeIfAbsent(
        function, added -> emitter(owner(added), List.of(byName(added))));
  }

  /** By the version or alias alone, as what is provisioned for it is told. */
  private Emitter resource(FunctionReference function) {
    return resources.computeIfAbsent(
        function, added -> emitter(owner(added), List.of(byResource(added))));
  }

  private Emitter execution(InvocationAttempt attempt) {
    var executed = new Executed(attempt.reference(), attempt.version().version());
    return executions.computeIfAbsent(executed, this::execution);
  }

  private Emitter execution(Executed executed) {
    var function = executed.function();
    var sets = new ArrayList<Map<String, String>>();
    sets.add(Map.of());
    sets.add(byName(function));
    if (function.qualifier() != null) {
      sets.add(byResource(function));
      if (!function.qualifier().equals(executed.version())) {
        sets.add(
            Map.of(
                FUNCTION, function.name().name(),
                RESOURCE, resourceName(function),
                EXECUTED, executed.version()));
      }
    }
    return emitter(owner(function), sets);
  }

  private Emitter emitter(Caller owner, List<Map<String, String>> sets) {
    return new Emitter(name -> metrics.of(owner, name), sets);
  }

  private static Map<String, String> byName(FunctionReference function) {
    return Map.of(FUNCTION, function.name().name());
  }

  private static Map<String, String> byResource(FunctionReference function) {
    return Map.of(FUNCTION, function.name().name(), RESOURCE, resourceName(function));
  }

  private static String resourceName(FunctionReference function) {
    var name = function.name().name();
    return function.qualifier() == null ? name : name + ":" + function.qualifier();
  }

  private static Caller owner(FunctionReference function) {
    return new Caller(function.name().account(), function.name().region());
  }
}

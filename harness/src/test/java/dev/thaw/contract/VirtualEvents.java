package dev.thaw.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.lambda.async.EventInvokeConfigs;
import dev.thaw.engine.lambda.function.AsyncEvent;
import dev.thaw.engine.lambda.function.DirectInvocations;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.sqs.Queues;
import dev.thaw.engine.trigger.async.AsyncListener;
import dev.thaw.engine.trigger.async.AsyncQueue;
import dev.thaw.engine.trigger.async.Deliveries;
import dev.thaw.engine.trigger.async.EventInvoker;
import dev.thaw.engine.trigger.destination.Destinations;
import dev.thaw.model.AsyncSettings;
import dev.thaw.model.Latencies;
import dev.thaw.model.QueuedOutcome;
import dev.thaw.rules.async.Condition;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** The event queue of a function of a case on the engine; its invocations all fail, or none. */
final class VirtualEvents implements AsyncListener, EventInvoker {
  private static final byte[] PAYLOAD = "{}".getBytes(UTF_8);
  private static final int DIGITS = 3;

  private final VirtualEngine engine;
  private final FunctionVersion version;
  private final DirectInvocations invocations;
  private final AsyncSettings settings;
  private final AsyncQueue queue;
  private final Map<Condition, Long> left = new EnumMap<>(Condition.class);
  private final Histogram age = new Histogram(DIGITS);
  private final Histogram stay = new Histogram(DIGITS);
  private long accepted;

  VirtualEvents(
      VirtualEngine engine,
      FunctionVersion version,
      DirectInvocations invocations,
      AsyncSettings settings) {
    this.engine = engine;
    this.version = version;
    this.invocations = invocations;
    this.settings = settings;
    var deliveries =
        new Deliveries(
            new Functions(new SplittableRandom(1)),
            new EventInvokeConfigs(),
            new Destinations(
                new Queues(engine.clock(), () -> "id"),
                new Buckets(engine.folder(), engine.clock())),
            engine.time(),
            () -> "id",
            this);
    this.queue =
        AsyncQueue.on(
            Runnable::run, new AsyncQueue.Parts(this, any -> settings.config(), deliveries));
  }

  void accept() {
    queue.accept(new AsyncEvent(new FunctionReference(version.name(), null), "id", PAYLOAD));
  }

  @Override
  public CompletableFuture<Invoked> invoke(FunctionReference function, InvocationRequest request) {
    return invocations
        .invoke(version, request, true)
        .thenApply(result -> new Invoked(outcome(result), version.version()));
  }

  private InvocationResult outcome(InvocationResult result) {
    return settings.failureProbability() == 1
        ? new InvocationResult(PAYLOAD, "Unhandled", result.log())
        : result;
  }

  @Override
  public boolean isReservedZero(FunctionName function) {
    return engine.accounts().of(function).reserved(function).orElse(1) == 0;
  }

  @Override
  public void received(FunctionReference function) {
    accepted++;
  }

  @Override
  public void invoked(FunctionReference function, Duration waited) {
    age.recordValue(waited.toNanos());
  }

  @Override
  public void left(FunctionReference function, Condition condition, Duration time) {
    left.merge(condition, 1L, Long::sum);
    stay.recordValue(time.toNanos());
  }

  /** At an end at which nothing runs any more. */
  QueuedOutcome.Async outcome(long throttled) {
    long gone = left.values().stream().mapToLong(Long::longValue).sum();
    return new QueuedOutcome.Async(
        accepted,
        left,
        accepted - gone,
        0,
        age.getTotalCount(),
        throttled,
        new Latencies(age),
        new Latencies(age), // without init the handler is entered when it is invoked
        new Latencies(stay));
  }
}

package dev.thaw.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.engine.dynamodb.stream.VirtualTableStream;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.kinesis.VirtualKinesis;
import dev.thaw.engine.lambda.function.DirectInvocations;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.sqs.Queues;
import dev.thaw.engine.sqs.VirtualQueue;
import dev.thaw.engine.stream.VirtualSource;
import dev.thaw.engine.trigger.destination.Destinations;
import dev.thaw.engine.trigger.stream.BatchFunctions;
import dev.thaw.engine.trigger.stream.PollingFeed;
import dev.thaw.engine.trigger.stream.StreamPollers;
import dev.thaw.engine.trigger.stream.Surroundings;
import dev.thaw.model.Latencies;
import dev.thaw.model.Load;
import dev.thaw.model.QueuedOutcome;
import dev.thaw.model.StreamContent;
import dev.thaw.model.StreamSettings;
import dev.thaw.rules.stream.DiscardCondition;
import dev.thaw.rules.stream.StreamSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/**
 * A stream of a case on the engine, the event source mapping that reads it, and the queue that its
 * discarded batches are told to.
 */
final class VirtualStream implements BatchFunctions, PollingFeed, AutoCloseable {
  private static final int DIGITS = 3;

  private final VirtualEngine engine;
  private final FunctionVersion version;
  private final DirectInvocations invocations;
  private final StreamSettings settings;
  private final StreamContent.Listed content;
  private final StreamFunction function;
  private final VirtualSource source;
  private final VirtualQueue onFailure;
  private final StreamPollers pollers;
  private final Mapping mapping;
  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
  private final List<Long> arrivedNs = new ArrayList<>();
  private final List<JsonNode> events = new ArrayList<>();
  private final Histogram iteratorAge = new Histogram(DIGITS);
  private final Histogram entry = new Histogram(DIGITS);
  private final Histogram stay = new Histogram(DIGITS);
  private int arrivals;
  private int rejected;
  private long batches;
  private long batchedRecords;
  private long throttled;

  VirtualStream(
      VirtualEngine engine,
      FunctionVersion version,
      DirectInvocations invocations,
      Load.Stream load) {
    this.engine = engine;
    this.version = version;
    this.invocations = invocations;
    this.settings = load.settings();
    this.content = (StreamContent.Listed) settings.content();
    this.function = new StreamFunction(settings);
    this.source = source();
    var queues = new Queues(engine.clock(), () -> "id");
    this.onFailure = new VirtualQueue(queues, "discarded");
    this.pollers =
        new StreamPollers(
            new Surroundings(
                this,
                () -> "id",
                Map.of(source.service(), source.streams()),
                new Destinations(queues, new Buckets(engine.folder(), engine.clock())),
                engine.time(),
                engine.loop()::execute,
                this));
    this.mapping = mapping(load);
  }

  private VirtualSource source() {
    return settings.mapping().source() == StreamSource.KINESIS
        ? new VirtualKinesis(settings.shards(), engine.clock(), engine.time())
        : new VirtualTableStream(engine.time());
  }

  private Mapping mapping(Load.Stream load) {
    return ContractMappings.of(
        load,
        new FunctionReference(version.name(), null),
        source.arn(),
        onFailure.arn(),
        VirtualEngine.START_OF_LOAD);
  }

  /** The mapping begins to read. */
  void map() {
    pollers.start(mapping);
  }

  void put() {
    int number = arrivals++;
    var item = content.items().get(number % content.items().size());
    var json = StreamFunction.data(number, item, settings.recordBytes());
    arrivedNs.add(engine.clock().nanoTime());
    if (!source.put("key-" + item.key(), json)) {
      rejected++;
    }
  }

  @Override
  public String role(FunctionReference named) {
    return "arn:aws:iam::123456789012:role/reader";
  }

  @Override
  public CompletableFuture<Invoked> invoke(FunctionReference named, InvocationRequest request) {
    var event = StreamFunction.read(request.payload());
    long invokedNs = engine.clock().nanoTime();
    return invocations
        .invoke(version, request, false)
        .whenComplete((result, refusal) -> sent(event, refusal != null))
        .thenApply(
            result -> {
              var answer = function.answer(event, result);
              processed(StreamFunction.records(event).subList(0, answer.processed()), invokedNs);
              return new Invoked(answer.result(), version.version());
            });
  }

  private void sent(JsonNode event, boolean isRefused) {
    if (isRefused) {
      throttled++;
    } else {
      events.add(event);
      batches++;
      batchedRecords += event.path("Records").size();
    }
  }

  /** Environments of these cases have no init: the handler is entered when it is invoked. */
  private void processed(List<JsonNode> records, long invokedNs) {
    for (var record : records) {
      int number = StreamFunction.content(record).path("number").asInt();
      entry.recordValue(invokedNs - arrivedNs.get(number));
      stay.recordValue(engine.clock().nanoTime() - arrivedNs.get(number));
    }
  }

  @Override
  public void counted(Mapping told, Count count, int records) {
    counts.merge(count, records, Integer::sum);
  }

  @Override
  public void iteratorAge(Mapping told, Duration age) {
    iteratorAge.recordValue(age.toNanos());
  }

  private long count(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /** The events that the function got, in the order in which it was through with them. */
  List<JsonNode> events() {
    return events;
  }

  /** At an end at which nothing runs any more. */
  QueuedOutcome.Stream outcome() {
    var discarded = new EnumMap<DiscardCondition, Long>(DiscardCondition.class);
    for (var body : onFailure.take()) {
      var message = ContractMappings.message(body);
      discarded.merge(
          ContractMappings.condition(message), ContractMappings.batchSize(message), Long::sum);
    }
    long given = discarded.values().stream().mapToLong(Long::longValue).sum();
    long polled = count(Count.POLLED_EVENT_COUNT) - count(Count.FILTERED_OUT_EVENT_COUNT);
    long skipped = arrivals - rejected - polled;
    return new QueuedOutcome.Stream(
        arrivals,
        rejected,
        skipped,
        stay.getTotalCount(),
        discarded,
        polled - stay.getTotalCount() - given,
        new QueuedOutcome.Stream.Sent(batches, batchedRecords, throttled),
        new Latencies(iteratorAge),
        new Latencies(entry),
        new Latencies(stay));
  }

  @Override
  public void close() {
    pollers.close();
  }
}

package dev.thaw.engine.trigger.stream;

import static dev.thaw.engine.trigger.stream.MappedStream.await;
import static dev.thaw.engine.trigger.stream.MappedStream.pause;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.environment.InvocationResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;

/** Mappings of a Kinesis stream, from PutRecord to the function's event. */
final class StreamMappingIT {
  @TempDir private Path folder;
  private MappedStream stream;

  @AfterEach
  void stop() {
    stream.close();
  }

  @BeforeEach
  void start() {
    stream = new MappedStream(folder, 1);
  }

  private void restart(int shards) {
    stream.close();
    stream = new MappedStream(folder, shards);
  }

  private static String[] numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(String::valueOf).toArray(String[]::new);
  }

  /** K2: as recorded 2025-11-25, localstack test_create_kinesis_event_source_mapping. */
  @Test
  void aRecordArrivesAsAwsWritesIt() {
    var before = Instant.now();
    var number = stream.putWithKey("key", "hello");
    stream.map(mapping -> {});
    stream.awaitEvents(1);
    var record = stream.events.get(0).path("Records").get(0);
    var arrival = record.path("kinesis").path("approximateArrivalTimestamp").decimalValue();

    assertThat(record)
        .isEqualTo(
            MappedStream.json(
                """
                {"kinesis": {"kinesisSchemaVersion": "1.0", "partitionKey": "key",
                    "sequenceNumber": "%1$s", "data": "aGVsbG8=",
                    "approximateArrivalTimestamp": %2$s},
                  "eventSource": "aws:kinesis", "eventVersion": "1.0",
                  "eventID": "shardId-000000000000:%1$s", "eventName": "aws:kinesis:record",
                  "invokeIdentityArn": "%3$s", "awsRegion": "eu-west-1",
                  "eventSourceARN": "%4$s"}
                """
                    .formatted(number, arrival, EngineUnderTest.ROLE, MappedStream.STREAM_ARN)));
    assertThat(arrival.doubleValue())
        .isBetween(before.getEpochSecond() - 1d, before.getEpochSecond() + 60d);
    assertThat(stream.events.get(0).size()).isEqualTo(1);
  }

  /** K9: two times ten records before the mapping and ten after arrive in three invocations. */
  @Test
  void fromTheHorizonOnWholeBatchesArriveInTheirOrder() {
    stream.put(numbers(0, 20));
    stream.map(mapping -> mapping.batchSize(10));
    stream.awaitEvents(2);
    // All ten are there before the next read, whenever that is.
    stream.map(
        mapping -> mapping.functionName(other()).batchSize(10).maximumBatchingWindowInSeconds(30));
    stream.put(numbers(20, 30));

    await(() -> stream.batches().stream().mapToInt(List::size).sum() == 60);
    assertThat(stream.batches().subList(0, 2))
        .containsExactly(List.of(numbers(0, 10)), List.of(numbers(10, 20)));
  }

  private String other() {
    stream.function("other");
    return "other";
  }

  @Test
  void fromTheLatestOnOnlyNewRecordsArrive() {
    stream.put("old");
    stream.map(mapping -> mapping.startingPosition(EventSourcePosition.LATEST));
    stream.put("new");
    stream.awaitEvents(1);

    assertThat(stream.batches()).containsExactly(List.of("new"));
  }

  @Test
  void fromATimestampOnLaterRecordsArrive() {
    stream.put("old");
    pause(50);
    var between = Instant.now();
    pause(50);
    stream.put("new");
    stream.map(
        mapping ->
            mapping
                .startingPosition(EventSourcePosition.AT_TIMESTAMP)
                .startingPositionTimestamp(between));
    stream.awaitEvents(1);

    assertThat(stream.batches()).containsExactly(List.of("new"));
  }

  @Test
  void aWindowGathersUntilItEnds() {
    stream.map(mapping -> mapping.batchSize(100).maximumBatchingWindowInSeconds(60));
    stream.put("a");
    pause(100);
    stream.put("b");
    stream.awaitEvents(1);

    // A minute is one second here.
    assertThat(stream.batches()).containsExactly(List.of("a", "b"));
  }

  /** K9: each mapping of a stream gets all of its records. */
  @Test
  void severalFunctionsEachGetAllRecords() {
    restart(2);
    stream.function("second");
    stream.map(mapping -> {});
    stream.map(mapping -> mapping.functionName("second"));
    for (var each : numbers(0, 20)) {
      stream.putWithKey(each, each);
    }

    await(() -> stream.batches().stream().mapToInt(List::size).sum() == 40);
    assertThat(
            stream.batches().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(it -> it, Collectors.counting())))
        .hasSize(20)
        .allSatisfy((number, count) -> assertThat(count).isEqualTo(2));
  }

  /** K9: what no filter fits is dropped silently. */
  @Test
  void aFilterDropsWhatDoesNotFit() {
    stream.map(
        mapping ->
            mapping.filterCriteria(
                criteria ->
                    criteria.filters(
                        Filter.builder()
                            .pattern("{\"data\": {\"price\": [{\"numeric\": [\">\", 10]}]}}")
                            .build())));
    stream.put("{\"price\": 5}", "no json", "{\"price\": 15}", "{\"name\": \"x\"}");
    stream.awaitEvents(1);
    pause(100);

    assertThat(stream.batches()).containsExactly(List.of("{\"price\": 15}"));
  }

  @Test
  void aFactorRunsBatchesOfDifferentKeysAtTheSameTimeAndThoseOfOneKeyInTheirOrder() {
    var open = new ConcurrentLinkedQueue<CompletableFuture<InvocationResult>>();
    stream.respond(
        event -> {
          var answer = new CompletableFuture<InvocationResult>();
          open.add(answer);
          return answer;
        });
    stream.map(mapping -> mapping.batchSize(1).parallelizationFactor(4));
    for (int i = 0; i < 40; i++) {
      stream.putWithKey("key" + i % 8, String.valueOf(i));
    }
    await(() -> open.size() == 4);
    pause(100);
    // No more than four at a time.
    assertThat(open).hasSize(4);
    for (int answered = 0; answered < 40; answered++) {
      await(() -> !open.isEmpty());
      open.remove().complete(new InvocationResult("null".getBytes(UTF_8), null, ""));
    }
    await(() -> stream.events.size() == 40);

    for (int key = 0; key < 8; key++) {
      int remainder = key;
      assertThat(
              stream.batches().stream()
                  .map(batch -> Integer.parseInt(batch.get(0)))
                  .filter(number -> number % 8 == remainder))
          .isSorted();
    }
  }

  /** On average 500 records for each shard, which takes 1,000 at once. */
  @Test
  void noneOfManyRecordsIsLostOrComesTwice() {
    restart(10);
    stream.map(mapping -> mapping.parallelizationFactor(3));
    for (int request = 0; request < 10; request++) {
      var entries =
          IntStream.range(request * 500, request * 500 + 500)
              .mapToObj(
                  number ->
                      PutRecordsRequestEntry.builder()
                          .partitionKey("key" + number)
                          .data(SdkBytes.fromUtf8String(String.valueOf(number)))
                          .build())
              .toList();
      var put = stream.kinesis.putRecords(it -> it.streamName("orders").records(entries));
      assertThat(put.failedRecordCount()).isZero();
    }
    await(() -> stream.batches().stream().mapToInt(List::size).sum() >= 5_000);
    pause(200);

    assertThat(stream.batches().stream().flatMap(List::stream))
        .hasSize(5_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void throttledBatchesAreRetriedWithoutBeingCounted() {
    stream.lambda.putFunctionConcurrency(
        put -> put.functionName("consumer").reservedConcurrentExecutions(0));
    var uuid = stream.map(mapping -> mapping.maximumRetryAttempts(0));
    stream.put("a");
    await(() -> lastResult(uuid).startsWith("PROBLEM"));
    assertThat(stream.events).isEmpty();
    stream.lambda.deleteFunctionConcurrency(it -> it.functionName("consumer"));
    stream.awaitEvents(1);

    assertThat(stream.batches()).containsExactly(List.of("a"));
    await(() -> lastResult(uuid).equals("OK"));
  }

  private String lastResult(String uuid) {
    return stream.lambda.getEventSourceMapping(get -> get.uuid(uuid)).lastProcessingResult();
  }

  @Test
  void aMappingThatIsDisabledGoesOnWhereItStopped() {
    var uuid = stream.map(mapping -> {});
    stream.put("a");
    stream.awaitEvents(1);
    stream.lambda.updateEventSourceMapping(update -> update.uuid(uuid).enabled(false));
    stream.awaitState(uuid, "Disabled");
    stream.put("b");
    pause(150);
    assertThat(stream.events).hasSize(1);
    stream.lambda.updateEventSourceMapping(update -> update.uuid(uuid).enabled(true));
    stream.awaitEvents(2);

    assertThat(stream.batches()).containsExactly(List.of("a"), List.of("b"));
    stream.awaitState(uuid, "Enabled");
    stream.lambda.deleteEventSourceMapping(delete -> delete.uuid(uuid));
    await(() -> stream.lambda.listEventSourceMappings().eventSourceMappings().isEmpty());
    stream.put("c");
    pause(150);
    assertThat(stream.events).hasSize(2);
  }

  @Test
  void aChangedBatchSizeHoldsForWhatWasNotProcessedYet() {
    var gate = new CompletableFuture<InvocationResult>();
    stream.respond(event -> gate);
    var uuid = stream.map(mapping -> mapping.batchSize(1));
    stream.put("a", "b", "c");
    stream.awaitEvents(1);
    stream.lambda.updateEventSourceMapping(update -> update.uuid(uuid).batchSize(10));
    stream.awaitState(uuid, "Enabled");
    stream.answer(event -> "null");
    gate.complete(new InvocationResult("null".getBytes(UTF_8), null, ""));
    stream.awaitEvents(2);

    assertThat(stream.batches()).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void childShardsAreReadAfterTheirParents() {
    stream.answer(event -> MappedStream.data(event).contains("late") ? "null" : null);
    stream.put("early");
    stream.map(mapping -> {});
    stream.awaitEvents(1);
    stream.kinesis.splitShard(
        split ->
            split
                .streamName("orders")
                .shardToSplit("shardId-000000000000")
                .newStartingHashKey("170141183460469231731687303715884105728"));
    await(() -> stream.kinesis.listShards(it -> it.streamName("orders")).shards().size() == 3);
    stream.putWithKey("a", "late");
    stream.putWithKey("b", "late");
    pause(200);

    // The parent's record is still retried.
    assertThat(Set.copyOf(stream.batches())).containsExactly(List.of("early"));
    stream.answer(event -> "null");
    await(() -> stream.batches().stream().filter(it -> it.equals(List.of("late"))).count() == 2);
  }

  @Test
  void tumblingWindowsHandTheStateOn() {
    stream.answer(
        event ->
            "{\"state\": {\"sum\": %d}}"
                .formatted(event.at("/state/sum").asInt() + event.path("Records").size()));
    stream.map(mapping -> mapping.batchSize(1).tumblingWindowInSeconds(60));
    stream.put("a", "b", "c");
    await(
        () ->
            stream.events.stream()
                .anyMatch(event -> event.path("isFinalInvokeForWindow").asBoolean()));
    var first = stream.events.get(0);

    assertThat(first.at("/window/start").textValue()).matches(".*:00Z");
    assertThat(Instant.parse(first.at("/window/end").textValue()).minusSeconds(60))
        .isEqualTo(first.at("/window/start").textValue());
    assertThat(first.path("state")).isEmpty();
    assertThat(first.path("shardId").textValue()).isEqualTo("shardId-000000000000");
    assertThat(first.path("eventSourceARN").textValue()).isEqualTo(MappedStream.STREAM_ARN);
    assertThat(first.path("isWindowTerminatedEarly").asBoolean(true)).isFalse();
    // They may have come on both sides of the end of a window; it counts all the same.
    await(
        () ->
            stream.events.stream()
                    .filter(event -> event.path("isFinalInvokeForWindow").asBoolean())
                    .mapToInt(event -> event.at("/state/sum").asInt())
                    .sum()
                == 3);
  }

  @Test
  void withoutAStateAnInvocationInATumblingWindowHasFailed() {
    stream.answer(event -> "null");
    var uuid = stream.map(mapping -> mapping.tumblingWindowInSeconds(60));
    stream.put("a");
    stream.awaitEvents(2);

    assertThat(stream.batches().subList(0, 2)).containsExactly(List.of("a"), List.of("a"));
    assertThat(lastResult(uuid)).isEqualTo("PROBLEM: Function call failed");
  }
}

package dev.thaw.engine.dynamodb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Items through the AWS SDK: queried, scanned, and in batches. */
final class ManyItemsIT extends MusicCase {
  @Test
  void queriesAPartitionInTheOrderOfItsSortKeysByPages() {
    IntStream.of(10, -1, 9, 2).forEach(at -> put(at, "v", n(Integer.toString(at))));

    assertThat(query("id = :id", true)).containsExactly("-1", "2", "9", "10");
    assertThat(query("id = :id AND #at > :two", true)).containsExactly("9", "10");
    assertThat(query("id = :id AND #at BETWEEN :two AND :nine", false)).containsExactly("9", "2");
  }

  /** Two items on a page. */
  private List<String> query(String condition, boolean isForward) {
    var names = condition.contains("#at") ? Map.of("#at", "at") : null;
    var values = new HashMap<>(Map.of(":id", s(partition)));
    if (condition.contains(":two")) {
      values.put(":two", n("2"));
    }
    if (condition.contains(":nine")) {
      values.put(":nine", n("9"));
    }
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(TABLE)
                    .keyConditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .scanIndexForward(isForward)
                    .limit(2))
        .items()
        .stream()
        .map(item -> requireNonNull(item.get("at")).n())
        .toList();
  }

  @Test
  void filtersAreAppliedAfterTheLimit() {
    IntStream.range(0, 4).forEach(at -> put(at, "v", n(Integer.toString(at))));
    var page =
        dynamo.query(
            query ->
                query
                    .tableName(TABLE)
                    .keyConditionExpression("id = :id")
                    .filterExpression("v >= :v")
                    .projectionExpression("v")
                    .expressionAttributeValues(Map.of(":id", s(partition), ":v", n("2")))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .limit(3));

    assertThat(page.items()).containsExactly(Map.of("v", n("2")));
    assertThat(page.count()).isEqualTo(1);
    assertThat(page.scannedCount()).isEqualTo(3);
    assertThat(page.lastEvaluatedKey()).isEqualTo(key(2));
    assertThat(page.consumedCapacity().capacityUnits()).isEqualTo(0.5);
  }

  @Test
  void scansEverythingOnceByPagesAndBySegments() {
    TestTables.create(dynamo, "scanned", false);
    IntStream.range(0, 50)
        .forEach(
            i ->
                dynamo.putItem(put -> put.tableName("scanned").item(Map.of("id", s("item " + i)))));

    assertThat(
            dynamo.scanPaginator(scan -> scan.tableName("scanned").limit(7)).items().stream()
                .map(item -> requireNonNull(item.get("id")).s()))
        .hasSize(50)
        .doesNotHaveDuplicates();
    var counts =
        IntStream.range(0, 4)
            .map(
                segment ->
                    dynamo
                        .scan(
                            scan ->
                                scan.tableName("scanned")
                                    .totalSegments(4)
                                    .segment(segment)
                                    .select(Select.COUNT))
                        .count())
            .toArray();
    assertThat(IntStream.of(counts).sum()).isEqualTo(50);
    assertThat(IntStream.of(counts).max().orElseThrow()).isLessThan(50);
  }

  @Test
  void batchesWriteAndReadSeveralItems() {
    var puts =
        IntStream.range(0, 25)
            .mapToObj(
                at -> WriteRequest.builder().putRequest(p -> p.item(item(at, "v", s("x")))).build())
            .toList();
    var written = dynamo.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, puts)));
    assertThat(written.unprocessedItems()).isEmpty();

    var delete = WriteRequest.builder().deleteRequest(d -> d.key(key(0))).build();
    dynamo.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, List.of(delete))));
    var keys = IntStream.range(0, 25).mapToObj(this::key).toList();
    var read = dynamo.batchGetItem(batch -> batch.requestItems(Map.of(TABLE, keysOf(keys))));

    assertThat(read.responses().get(TABLE)).hasSize(24);
    assertThat(read.unprocessedKeys()).isEmpty();
  }

  private static KeysAndAttributes keysOf(List<Map<String, AttributeValue>> keys) {
    return KeysAndAttributes.builder().keys(keys).build();
  }

  @Test
  void batchesAreRefusedThatAreTooLongOrNameAnItemTwice() {
    var put = WriteRequest.builder().putRequest(p -> p.item(item(1, "v", s("x")))).build();
    assertInvalid(
        () -> dynamo.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, List.of(put, put)))),
        "Provided list of item keys contains duplicates");
    assertInvalid(
        () ->
            dynamo.batchGetItem(
                batch -> batch.requestItems(Map.of(TABLE, keysOf(List.of(key(1), key(1)))))),
        "Provided list of item keys contains duplicates");
    var many =
        IntStream.range(0, 26)
            .mapToObj(
                at -> WriteRequest.builder().putRequest(p -> p.item(item(at, "v", s("x")))).build())
            .toList();
    assertInvalid(
        () -> dynamo.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, many))),
        "Too many items requested for the BatchWriteItem call");
    var keys = IntStream.range(0, 101).mapToObj(this::key).toList();
    assertInvalid(
        () -> dynamo.batchGetItem(batch -> batch.requestItems(Map.of(TABLE, keysOf(keys)))),
        "Too many items requested for the BatchGetItem call");
  }
}

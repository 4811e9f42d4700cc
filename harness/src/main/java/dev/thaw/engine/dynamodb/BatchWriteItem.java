package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html. */
record BatchWriteItem(ItemWrites writes)
    implements Operation<BatchWriteItemRequest, BatchWriteItemResponse> {
  private static final int MOST = 25;

  private record Planned(String table, WriteRequest request, ItemWrite write) {}

  @Override
  public BatchWriteItemResponse handle(Call call, BatchWriteItemRequest request) {
    var planned = new ArrayList<Planned>();
    request.requestItems().forEach((table, list) -> planned.addAll(plan(call, table, list)));
    if (planned.size() > MOST) {
      throw invalid("Too many items requested for the BatchWriteItem call");
    }
    var units = new HashMap<String, Double>();
    var left = new LinkedHashMap<String, List<WriteRequest>>();
    Optional<AwsException> throttle = Optional.empty();
    for (var each : planned) {
      try {
        var written = each.write().run();
        units.merge(each.table(), CapacityUnits.written(written.bytes()), Double::sum);
      } catch (AwsException e) {
        if (e.error() != DynamoDbError.THROUGHPUT_EXCEEDED) {
          throw e;
        }
        throttle = Optional.of(e);
        left.computeIfAbsent(each.table(), name -> new ArrayList<>()).add(each.request());
      }
    }
    if (units.isEmpty() && throttle.isPresent()) {
      throw throttle.orElseThrow();
    }
    return BatchWriteItemResponse.builder()
        .unprocessedItems(left)
        .consumedCapacity(BatchGetItem.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  private List<Planned> plan(Call call, String table, List<WriteRequest> requests) {
    if (requests.isEmpty()) {
      throw invalid("The batch write request list for a table cannot be null or empty: " + table);
    }
    var seen = new HashSet<ItemKey>();
    var planned = new ArrayList<Planned>();
    for (var request : requests) {
      var write = write(call, table, request);
      if (!seen.add(write.key())) {
        throw invalid("Provided list of item keys contains duplicates");
      }
      planned.add(new Planned(table, request, write));
    }
    return planned;
  }

  private ItemWrite write(Call call, String table, WriteRequest request) {
    var put = request.putRequest();
    var delete = request.deleteRequest();
    if ((put == null) == (delete == null)) {
      throw invalid(
          "Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest");
    }
    return put != null
        ? writes.put(call, PutItemRequest.builder().tableName(table).item(put.item()).build())
        : writes.delete(
            call,
            DeleteItemRequest.builder()
                .tableName(table)
                .key(Optional.ofNullable(delete).orElseThrow().key())
                .build());
  }
}

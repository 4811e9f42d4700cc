package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html. */
record BatchGetItem(Tables tables) implements Operation<BatchGetItemRequest, BatchGetItemResponse> {
  private static final int MOST_KEYS = 100;
  private static final int MOST_BYTES = 16 << 20;

  @Override
  public BatchGetItemResponse handle(Call call, BatchGetItemRequest request) {
    if (request.requestItems().values().stream().mapToInt(each -> each.keys().size()).sum()
        > MOST_KEYS) {
      throw invalid("Too many items requested for the BatchGetItem call");
    }
    var reads = new LinkedHashMap<String, List<ItemRead>>();
    request.requestItems().forEach((table, keys) -> reads.put(table, reads(call, table, keys)));
    return new Answer(request, reads).read();
  }

  private List<ItemRead> reads(Call call, String table, KeysAndAttributes keys) {
    Legacy.refuse(keys, "AttributesToGet");
    if (keys.keys().isEmpty()) {
      throw invalid(
          "1 validation error detected: Value '[]' at 'requestItems."
              + table
              + ".member.keys' failed to satisfy constraint: Member must have length greater than or"
              + " equal to 1");
    }
    var seen = new HashSet<ItemKey>();
    var reads = new ArrayList<ItemRead>();
    for (var key : keys.keys()) {
      var get = Shapes.copy(keys, GetItemRequest.builder()).tableName(table).key(key).build();
      var read = ItemRead.of(tables, call, get);
      if (!seen.add(read.key())) {
        throw invalid("Provided list of item keys contains duplicates");
      }
      reads.add(read);
    }
    return reads;
  }

  /** What is found until the answer is full, and what is left. */
  private static final class Answer {
    private final BatchGetItemRequest request;
    private final Map<String, List<ItemRead>> reads;
    private final Map<String, List<Map<String, AttributeValue>>> found = new LinkedHashMap<>();
    private final Map<String, KeysAndAttributes> left = new LinkedHashMap<>();
    private final Map<String, Double> units = new HashMap<>();
    private Optional<AwsException> throttle = Optional.empty();
    private int bytes;

    Answer(BatchGetItemRequest request, Map<String, List<ItemRead>> reads) {
      this.request = request;
      this.reads = reads;
    }

    BatchGetItemResponse read() {
      reads.forEach(this::read);
      if (units.isEmpty() && throttle.isPresent()) {
        throw throttle.orElseThrow();
      }
      return BatchGetItemResponse.builder()
          .responses(found)
          .unprocessedKeys(left)
          .consumedCapacity(consumed(request.returnConsumedCapacity(), units))
          .build();
    }

    private void read(String table, List<ItemRead> of) {
      var items = found.computeIfAbsent(table, name -> new ArrayList<>());
      var unread = new ArrayList<Map<String, AttributeValue>>();
      for (var read : of) {
        if (bytes >= MOST_BYTES || !isRead(table, read, items)) {
          unread.add(read.table().schema().item(read.key()).shape());
        }
      }
      if (!unread.isEmpty()) {
        var keys = Optional.ofNullable(request.requestItems().get(table)).orElseThrow();
        left.put(table, keys.toBuilder().keys(unread).build());
      }
    }

    private boolean isRead(String table, ItemRead read, List<Map<String, AttributeValue>> items) {
      try {
        var item = read.item();
        bytes += item.map(Item::bytes).orElse(0);
        units.merge(table, read.units(item), Double::sum);
        item.map(read::shown).ifPresent(each -> items.add(each.shape()));
        return true;
      } catch (AwsException e) {
        if (e.error() != DynamoDbError.THROUGHPUT_EXCEEDED) {
          throw e;
        }
        throttle = Optional.of(e);
        return false;
      }
    }
  }

  /** For each table, if it is asked for. */
  static List<ConsumedCapacity> consumed(
      @Nullable ReturnConsumedCapacity wanted, Map<String, Double> units) {
    return units.entrySet().stream()
        .map(entry -> Optional.ofNullable(Consumed.of(wanted, entry.getKey(), entry.getValue())))
        .flatMap(Optional::stream)
        .toList();
  }
}

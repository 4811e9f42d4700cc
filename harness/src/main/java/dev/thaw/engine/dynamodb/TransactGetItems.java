package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html. */
record TransactGetItems(Tables tables)
    implements Operation<TransactGetItemsRequest, TransactGetItemsResponse> {
  @Override
  public TransactGetItemsResponse handle(Call call, TransactGetItemsRequest request) {
    Transactions.checkSize("transactItems", request.transactItems());
    var reads = request.transactItems().stream().map(item -> read(call, item)).toList();
    if (new HashSet<>(reads.stream().map(read -> List.of(read.table(), read.key())).toList()).size()
        < reads.size()) {
      throw Transactions.notDistinct();
    }
    var items =
        Transactions.alone(
            reads.stream().map(ItemRead::table).toList(),
            () -> reads.stream().map(ItemRead::item).toList());
    var responses = new ArrayList<ItemResponse>();
    var units = new HashMap<String, Double>();
    for (int i = 0; i < reads.size(); i++) {
      var read = reads.get(i);
      var response = ItemResponse.builder();
      items.get(i).map(read::shown).ifPresent(item -> response.item(item.shape()));
      responses.add(response.build());
      units.merge(read.table().arn().name(), 2 * read.units(items.get(i)), Double::sum);
    }
    return TransactGetItemsResponse.builder()
        .responses(responses)
        .consumedCapacity(BatchGetItem.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  private ItemRead read(Call call, TransactGetItem item) {
    var get = Shapes.copy(item.get(), GetItemRequest.builder()).consistentRead(true).build();
    return ItemRead.of(tables, call, get);
  }
}

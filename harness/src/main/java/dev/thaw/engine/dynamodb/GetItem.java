package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html. */
record GetItem(Tables tables) implements Operation<GetItemRequest, GetItemResponse> {
  @Override
  public GetItemResponse handle(Call call, GetItemRequest request) {
    var read = ItemRead.of(tables, call, request);
    var item = read.item();
    var response =
        GetItemResponse.builder()
            .consumedCapacity(
                Consumed.of(
                    request.returnConsumedCapacity(), request.tableName(), read.units(item)));
    item.map(read::shown).ifPresent(found -> response.item(found.shape()));
    return response.build();
  }
}

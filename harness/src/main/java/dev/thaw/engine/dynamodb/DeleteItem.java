package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html. */
record DeleteItem(ItemWrites writes) implements Operation<DeleteItemRequest, DeleteItemResponse> {
  @Override
  public DeleteItemResponse handle(Call call, DeleteItemRequest request) {
    PutItem.checkOld(request.returnValues());
    var written = writes.delete(call, request).run();
    var response =
        DeleteItemResponse.builder()
            .consumedCapacity(
                Consumed.of(
                    request.returnConsumedCapacity(),
                    request.tableName(),
                    CapacityUnits.written(written.bytes())));
    if (request.returnValues() == ReturnValue.ALL_OLD) {
      written.before().ifPresent(item -> response.attributes(item.shape()));
    }
    return response.build();
  }
}

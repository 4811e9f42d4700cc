package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html. */
record PutItem(ItemWrites writes) implements Operation<PutItemRequest, PutItemResponse> {
  @Override
  public PutItemResponse handle(Call call, PutItemRequest request) {
    checkOld(request.returnValues());
    var written = writes.put(call, request).run();
    var response =
        PutItemResponse.builder()
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

  /** The only values that there are of an item that is replaced or deleted. */
  static void checkOld(@Nullable ReturnValue wanted) {
    if (wanted != null && wanted != ReturnValue.NONE && wanted != ReturnValue.ALL_OLD) {
      throw DynamoDbError.invalid("Return values set to invalid value");
    }
  }
}

package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.expression.Update;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.dynamodb.table.Written;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html. */
record UpdateItem(ItemWrites writes) implements Operation<UpdateItemRequest, UpdateItemResponse> {
  @Override
  public UpdateItemResponse handle(Call call, UpdateItemRequest request) {
    var updating = writes.update(call, request);
    var written = updating.write().run();
    var response =
        UpdateItemResponse.builder()
            .consumedCapacity(
                Consumed.of(
                    request.returnConsumedCapacity(),
                    request.tableName(),
                    CapacityUnits.written(written.bytes())));
    wanted(request.returnValues(), updating.update(), written)
        .filter(item -> !item.attributes().isEmpty())
        .ifPresent(item -> response.attributes(item.shape()));
    return response.build();
  }

  private static Optional<Item> wanted(
      @Nullable ReturnValue wanted, Update update, Written written) {
    if (wanted == null) {
      return Optional.empty();
    }
    return switch (wanted) {
      case ALL_OLD -> written.before();
      case ALL_NEW -> written.after();
      case UPDATED_OLD -> written.before().map(update::touched);
      case UPDATED_NEW -> written.after().map(update::touched);
      default -> Optional.empty();
    };
  }
}

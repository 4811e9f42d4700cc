package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.dynamodb.table.Written;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html. */
record TransactWriteItems(ItemWrites writes, RequestTokens tokens)
    implements Operation<TransactWriteItemsRequest, TransactWriteItemsResponse> {
  private static final CancellationReason NONE = CancellationReason.builder().code("None").build();

  @Override
  public TransactWriteItemsResponse handle(Call call, TransactWriteItemsRequest request) {
    if (request.clientRequestToken() == null) {
      return write(call, request);
    }
    return tokens
        .repeated(call.caller(), request)
        .orElseGet(
            () -> {
              var response = write(call, request);
              tokens.keep(call.caller(), request, response);
              return response;
            });
  }

  private TransactWriteItemsResponse write(Call call, TransactWriteItemsRequest request) {
    Transactions.checkSize("transactItems", request.transactItems());
    var all = request.transactItems().stream().map(item -> write(call, item)).toList();
    if (new HashSet<>(all.stream().map(write -> List.of(write.table(), write.key())).toList())
            .size()
        < all.size()) {
      throw Transactions.notDistinct();
    }
    var units = Transactions.alone(all.stream().map(ItemWrite::table).toList(), () -> written(all));
    return TransactWriteItemsResponse.builder()
        .consumedCapacity(BatchGetItem.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  private static Map<String, Double> written(List<ItemWrite> all) {
    var previews = all.stream().map(TransactWriteItems::preview).toList();
    if (previews.stream().anyMatch(preview -> !preview.reason().equals(NONE))) {
      throw canceled(previews.stream().map(Preview::reason).toList());
    }
    var units = new HashMap<String, Double>();
    for (int i = 0; i < all.size(); i++) {
      var table = all.get(i).table();
      var cost = 2 * CapacityUnits.written(previews.get(i).written().bytes());
      table.charge(cost);
      units.merge(table.arn().name(), cost, Double::sum);
    }
    for (int i = 0; i < all.size(); i++) {
      all.get(i).table().apply(all.get(i).key(), previews.get(i).written());
    }
    return units;
  }

  /** What a write would do, and why it cannot if it cannot. */
  private record Preview(Written written, CancellationReason reason) {}

  private static Preview preview(ItemWrite write) {
    var before = write.table().preview(write.key(), item -> item);
    if (!write.holds(before.before())) {
      var reason =
          CancellationReason.builder().code("ConditionalCheckFailed").message(ItemWrite.FAILED);
      if (write.returnsItem()) {
        before.before().ifPresent(item -> reason.item(item.shape()));
      }
      return new Preview(before, reason.build());
    }
    try {
      return new Preview(write.table().preview(write.key(), write.edit()), NONE);
    } catch (AwsException e) {
      var reason = CancellationReason.builder().code("ValidationError").message(e.message());
      return new Preview(before, reason.build());
    }
  }

  private static AwsException canceled(List<CancellationReason> reasons) {
    var codes = new ArrayList<String>();
    reasons.forEach(reason -> codes.add(reason.code()));
    return DynamoDbError.TRANSACTION_CANCELED
        .because(
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + codes)
        .with(
            TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .writableStackTrace(false)
                .build());
  }

  private ItemWrite write(Call call, TransactWriteItem item) {
    var actions =
        Stream.<Optional<SdkPojo>>of(
                Optional.ofNullable(item.put()),
                Optional.ofNullable(item.update()),
                Optional.ofNullable(item.delete()),
                Optional.ofNullable(item.conditionCheck()))
            .flatMap(Optional::stream)
            .toList();
    if (actions.size() != 1) {
      throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    }
    var action = actions.get(0);
    if (item.put() != null) {
      return writes.put(call, Shapes.copy(action, PutItemRequest.builder()).build());
    }
    if (item.update() != null) {
      return writes.update(call, Shapes.copy(action, UpdateItemRequest.builder()).build()).write();
    }
    var request = Shapes.copy(action, DeleteItemRequest.builder()).build();
    return item.delete() != null
        ? writes.delete(call, request)
        : writes.keep(call, request, before -> before);
  }
}

package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.RESOURCE_IN_USE;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html. */
record DeleteTable(Tables tables) implements Operation<DeleteTableRequest, DeleteTableResponse> {
  @Override
  public DeleteTableResponse handle(Call call, DeleteTableRequest request) {
    var table = tables.existing(call, request.tableName());
    if (table.settings().isDeletionProtected()) {
      throw invalid(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    checkActive(table);
    tables.delete(table);
    return DeleteTableResponse.builder()
        .tableDescription(TableDescriptions.of(table, TableStatus.DELETING))
        .build();
  }

  /** A table is changed only when it is at rest. */
  static void checkActive(Table table) {
    var status = table.lifecycle().status();
    if (status != TableStatus.ACTIVE) {
      throw RESOURCE_IN_USE.because(
          "Attempt to change a resource which is still in use: Table is being "
              + switch (status) {
                case CREATING -> "created: ";
                case DELETING -> "deleted: ";
                default -> "updated: ";
              }
              + table.arn().name());
    }
  }
}

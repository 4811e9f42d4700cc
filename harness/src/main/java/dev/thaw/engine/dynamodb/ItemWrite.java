package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.expression.Condition;
import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.Written;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * A write of one item whose request has been read and checked.
 *
 * @param returnsItem whether a failed condition shows the item that it failed with
 */
record ItemWrite(
    Table table, ItemKey key, Condition condition, boolean returnsItem, Table.Edit edit) {
  static final String FAILED = "The conditional request failed";

  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int MOST_BYTES = 400 * 1024;

  /** The item itself, if it is not too large. */
  static Item checked(Item item, String tooLarge) {
    if (item.bytes() > MOST_BYTES) {
      throw DynamoDbError.invalid(tooLarge);
    }
    return item;
  }

  Written run() {
    return table.write(
        key,
        before -> {
          if (!holds(before)) {
            throw failed(before);
          }
          return edit.of(before);
        });
  }

  boolean holds(Optional<Item> before) {
    return condition.holds(before.orElse(Item.EMPTY));
  }

  private RuntimeException failed(Optional<Item> before) {
    var failure = DynamoDbError.CONDITIONAL_CHECK_FAILED.because(FAILED);
    return returnsItem && before.isPresent()
        ? failure.with(
            ConditionalCheckFailedException.builder()
                .item(before.orElseThrow().shape())
                .writableStackTrace(false)
                .build())
        : failure;
  }
}

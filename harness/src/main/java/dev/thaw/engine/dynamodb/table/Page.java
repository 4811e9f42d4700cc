package dev.thaw.engine.dynamodb.table;

import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import java.util.List;
import java.util.Optional;

/**
 * A page of a query or scan.
 *
 * @param scanned how many items it went by
 * @param bytes of the items that it went by
 * @param last where the next page goes on, if there may be one
 */
public record Page(List<Item> items, int scanned, int bytes, Optional<ItemKey> last) {
  public Page {
    items = List.copyOf(items);
  }
}

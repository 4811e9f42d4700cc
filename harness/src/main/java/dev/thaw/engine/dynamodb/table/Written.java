package dev.thaw.engine.dynamodb.table;

import dev.thaw.engine.dynamodb.item.Item;
import java.util.Optional;

/** What a write found and what it left. */
public record Written(Optional<Item> before, Optional<Item> after) {
  /** The larger of the two: what the write costs. */
  public int bytes() {
    return Math.max(before.map(Item::bytes).orElse(0), after.map(Item::bytes).orElse(0));
  }
}

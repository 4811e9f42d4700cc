package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.dynamodb.item.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened to one item of a table, and when.
 *
 * @param keys the item's key
 * @param lane equal for changes of one item
 */
public record ItemChange(
    Item keys, int lane, Optional<Item> before, Optional<Item> after, Instant at) {}

package dev.thaw.engine.dynamodb.table;

import dev.thaw.engine.dynamodb.expression.Condition;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which items a query or a scan goes by, in which order, and which of them it shows.
 *
 * @param partition the only one, or all
 * @param within the items that it goes by
 * @param after where the page before ended
 * @param limit how many items a page goes by at most
 * @param filter the items that it shows
 */
public record Walk(
    Optional<Value> partition,
    BiPredicate<ItemKey, Item> within,
    boolean isForward,
    Optional<ItemKey> after,
    int limit,
    Condition filter) {}

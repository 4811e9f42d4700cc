package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One path of an item set to another value, or removed. */
final class Change {
  private Change() {}

  static Item apply(Item item, Path path, Optional<Value> after) {
    return Item.of(entries(item.attributes(), path.steps(), after));
  }

  private static Map<String, Value> entries(
      Map<String, Value> before, List<Step> steps, Optional<Value> after) {
    var name = steps.get(0).toString();
    var entries = new LinkedHashMap<>(before);
    if (steps.size() > 1) {
      entries.put(name, within(before.get(name), steps.subList(1, steps.size()), after));
    } else if (after.isPresent()) {
      entries.put(name, after.orElseThrow());
    } else {
      entries.remove(name);
    }
    return entries;
  }

  private static Value within(@Nullable Value value, List<Step> steps, Optional<Value> after) {
    if (value instanceof Value.MapOf map && steps.get(0) instanceof Step.Name) {
      return new Value.MapOf(entries(map.entries(), steps, after));
    }
    if (value instanceof Value.ListOf list && steps.get(0) instanceof Step.Index index) {
      return elements(list, index.index(), steps, after);
    }
    throw DynamoDbError.invalid(
        "The document path provided in the update expression is invalid for update");
  }

  private static Value elements(
      Value.ListOf list, int index, List<Step> steps, Optional<Value> after) {
    var elements = new ArrayList<>(list.elements());
    var isThere = index < elements.size();
    if (steps.size() > 1) {
      var deeper =
          within(isThere ? elements.get(index) : null, steps.subList(1, steps.size()), after);
      elements.set(index, deeper);
    } else if (after.isPresent() && isThere) {
      elements.set(index, after.orElseThrow());
    } else if (after.isPresent()) {
      elements.add(after.orElseThrow());
    } else if (isThere) {
      elements.remove(index);
    }
    return new Value.ListOf(elements);
  }
}

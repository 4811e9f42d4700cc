package dev.thaw.engine.dynamodb.table;

import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A table's items in the order of their keys; its table's lock guards it. */
final class Items {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int PAGE_BYTES = 1 << 20;

  private final NavigableMap<ItemKey, Item> byKey = new TreeMap<>();
  private long bytes;

  Optional<Item> get(ItemKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  void put(ItemKey key, Optional<Item> after) {
    var before = after.isPresent() ? byKey.put(key, after.orElseThrow()) : byKey.remove(key);
    bytes += after.map(Item::bytes).orElse(0) - (before == null ? 0 : before.bytes());
  }

  int count() {
    return byKey.size();
  }

  long bytes() {
    return bytes;
  }

  /** The next page of a walk. */
  Page page(Walk walk) {
    var found = new ArrayList<Item>();
    int pageBytes = 0;
    int scanned = 0;
    Optional<ItemKey> last = Optional.empty();
    for (var entry : range(walk).entrySet()) {
      if (!walk.within().test(entry.getKey(), entry.getValue())) {
        continue;
      }
      if (scanned == walk.limit() || pageBytes >= PAGE_BYTES) {
        return new Page(found, scanned, pageBytes, last);
      }
      scanned++;
      pageBytes += entry.getValue().bytes();
      last = Optional.of(entry.getKey());
      if (walk.filter().holds(entry.getValue())) {
        found.add(entry.getValue());
      }
    }
    // AWS stops at the limit without looking whether there is more.
    return new Page(found, scanned, pageBytes, scanned == walk.limit() ? last : Optional.empty());
  }

  private NavigableMap<ItemKey, Item> range(Walk walk) {
    var range = walk.partition().map(this::partition).orElse(byKey);
    var ordered = walk.isForward() ? range : range.descendingMap();
    return walk.after().map(key -> ordered.tailMap(key, false)).orElse(ordered);
  }

  private NavigableMap<ItemKey, Item> partition(Value hash) {
    return byKey.subMap(ItemKey.first(hash), true, ItemKey.last(hash), true);
  }
}

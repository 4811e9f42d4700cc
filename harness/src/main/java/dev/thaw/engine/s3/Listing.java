package dev.thaw.engine.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a bucket's listing: objects, and the prefixes up to a delimiter that stand for all
 * keys under them; {@code next} is what the next page starts behind.
 */
record Listing(List<StoredObject> objects, List<String> prefixes, Optional<String> next) {
  // Sorts behind every key that continues a prefix.
  private static final String LAST = "\uDBFF\uDFFF";

  static Listing of(
      NavigableMap<String, StoredObject> all,
      String prefix,
      String delimiter,
      @Nullable String after,
      int maximum) {
    var objects = new ArrayList<StoredObject>();
    var prefixes = new ArrayList<String>();
    Optional<String> previous = Optional.empty();
    var key = first(all, prefix, after);
    while (key != null && key.startsWith(prefix)) {
      if (objects.size() + prefixes.size() == maximum) {
        return new Listing(objects, prefixes, previous);
      }
      var end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      if (end < 0) {
        var object = all.get(key);
        if (object != null) {
          objects.add(object);
        }
        previous = Optional.of(key);
      } else {
        var common = key.substring(0, end + delimiter.length());
        prefixes.add(common);
        previous = Optional.of(common + LAST);
      }
      key = all.higherKey(previous.orElseThrow());
    }
    return new Listing(objects, prefixes, Optional.empty());
  }

  private static @Nullable String first(
      NavigableMap<String, StoredObject> all, String prefix, @Nullable String after) {
    return after == null || Utf8Order.BYTES.compare(after, prefix) < 0
        ? all.ceilingKey(prefix)
        : all.higherKey(after);
  }

  int size() {
    return objects.size() + prefixes.size();
  }
}

package dev.thaw.engine.dynamodb.item;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.wrongValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attributes by which a table tells its items apart: one, or two of which the second sorts. */
public record KeySchema(KeyAttribute hash, Optional<KeyAttribute> range) {
  /** Both of them, in their order. */
  public List<KeyAttribute> attributes() {
    return Stream.concat(Stream.of(hash), range.stream()).toList();
  }

  public boolean contains(String attribute) {
    return hash.name().equals(attribute)
        || range.filter(key -> key.name().equals(attribute)).isPresent();
  }

  /** The key of an item that is to be stored. */
  public ItemKey keyOf(Map<String, Value> item) {
    return ItemKey.of(
        stored(hash, item), range.isPresent() ? stored(range.orElseThrow(), item) : null);
  }

  private static Value stored(KeyAttribute attribute, Map<String, Value> item) {
    var value = item.get(attribute.name());
    if (value == null) {
      throw wrongValue("Missing the key " + attribute.name() + " in the item");
    }
    if (value.type() != attribute.type()) {
      throw wrongValue(
          "Type mismatch for key %s expected: %s actual: %s"
              .formatted(attribute.name(), attribute.type(), value.type()));
    }
    return attribute.checked(value);
  }

  /** The key that a request names: just these attributes. */
  public ItemKey read(Map<String, Value> key) {
    if (key.size() != attributes().size()) {
      throw mismatch();
    }
    return ItemKey.of(named(hash, key), range.isPresent() ? named(range.orElseThrow(), key) : null);
  }

  private static Value named(KeyAttribute attribute, Map<String, Value> key) {
    var value = key.get(attribute.name());
    if (value == null || value.type() != attribute.type()) {
      throw mismatch();
    }
    return attribute.checked(value);
  }

  private static RuntimeException mismatch() {
    return invalid("The provided key element does not match the schema");
  }

  /** The key as attributes. */
  public Item item(ItemKey key) {
    var attributes = new LinkedHashMap<String, Value>();
    attributes.put(hash.name(), key.hash());
    @Nullable Value sort = key.range();
    if (sort != null && range.isPresent()) {
      attributes.put(range.orElseThrow().name(), sort);
    }
    return Item.of(attributes);
  }
}

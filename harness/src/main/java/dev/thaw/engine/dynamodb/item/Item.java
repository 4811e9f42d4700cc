package dev.thaw.engine.dynamodb.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item: attributes by name, immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html">
 *     Core components</a>
 */
public final class Item {
  public static final Item EMPTY = new Item(Map.of());

  private final Map<String, Value> attributes;
  private final int bytes;

  private Item(Map<String, Value> attributes) {
    this.attributes = attributes;
    this.bytes = size(attributes);
  }

  public static Item of(Map<String, Value> attributes) {
    return new Item(Collections.unmodifiableMap(new LinkedHashMap<>(attributes)));
  }

  private static int size(Map<String, Value> attributes) {
    int bytes = 0;
    for (var attribute : attributes.entrySet()) {
      bytes += Value.utf8Length(attribute.getKey()) + attribute.getValue().bytes();
    }
    return bytes;
  }

  public Map<String, Value> attributes() {
    return attributes;
  }

  public Optional<Value> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** The size of names and values, as limits and capacity count it. */
  public int bytes() {
    return bytes;
  }

  /** As it goes over the wire. */
  public Map<String, AttributeValue> shape() {
    var shape = new LinkedHashMap<String, AttributeValue>();
    attributes.forEach((name, value) -> shape.put(name, value.shape()));
    return shape;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Item item && attributes.equals(item.attributes);
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  @Override
  public String toString() {
    return attributes.toString();
  }
}

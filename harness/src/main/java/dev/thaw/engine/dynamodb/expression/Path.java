package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.List;
import java.util.Optional;

/**
 * A document path: an attribute, or what lies within one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.Attributes.html">
 *     Document paths</a>
 */
record Path(List<Step> steps) {
  Path {
    steps = List.copyOf(steps);
  }

  /** The name of the attribute that it begins with. */
  String attribute() {
    return steps.get(0).toString();
  }

  boolean isTopLevel() {
    return steps.size() == 1;
  }

  Optional<Value> in(Item item) {
    var found = item.attribute(attribute());
    for (var step : steps.subList(1, steps.size())) {
      found = found.flatMap(value -> within(value, step));
    }
    return found;
  }

  private static Optional<Value> within(Value value, Step step) {
    if (step instanceof Step.Name name && value instanceof Value.MapOf map) {
      return Optional.ofNullable(map.entries().get(name.name()));
    }
    if (step instanceof Step.Index index
        && value instanceof Value.ListOf list
        && index.index() < list.elements().size()) {
      return Optional.of(list.elements().get(index.index()));
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return steps.toString();
  }
}

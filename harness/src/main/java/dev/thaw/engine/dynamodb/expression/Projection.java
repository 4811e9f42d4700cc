package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Those parts of items that are asked for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html">
 *     Projection expressions</a>
 */
public final class Projection {
  private final Map<String, Node> attributes = new LinkedHashMap<>();

  /** What is asked for of a value; all of it if nothing within it is named. */
  private static final class Node {
    final Map<String, Node> names = new LinkedHashMap<>();
    final Map<Integer, Node> indexes = new TreeMap<>();
  }

  private Projection(List<Path> paths) {
    for (var path : paths) {
      var node = attributes.computeIfAbsent(path.attribute(), name -> new Node());
      for (var step : path.steps().subList(1, path.steps().size())) {
        node =
            step instanceof Step.Index index
                ? node.indexes.computeIfAbsent(index.index(), at -> new Node())
                : node.names.computeIfAbsent(step.toString(), name -> new Node());
      }
    }
  }

  static Projection of(List<Path> paths) {
    return new Projection(paths);
  }

  static Projection parse(String text, Placeholders placeholders) {
    var parser = new PathParser(ExpressionKind.PROJECTION, text, placeholders);
    var paths = new ArrayList<Path>();
    do {
      paths.add(parser.path());
    } while (parser.tokens().skip(","));
    parser.end();
    var disjoint = new DisjointPaths(ExpressionKind.PROJECTION);
    paths.forEach(disjoint::add);
    return of(paths);
  }

  public Item of(Item item) {
    var projected = new LinkedHashMap<String, Value>();
    attributes.forEach(
        (name, node) ->
            item.attribute(name)
                .flatMap(value -> part(value, node))
                .ifPresent(value -> projected.put(name, value)));
    return Item.of(projected);
  }

  private static Optional<Value> part(Value value, Node node) {
    if (node.names.isEmpty() && node.indexes.isEmpty()) {
      return Optional.of(value);
    }
    if (value instanceof Value.MapOf map) {
      return entries(map, node);
    }
    return value instanceof Value.ListOf list ? elements(list, node) : Optional.empty();
  }

  private static Optional<Value> entries(Value.MapOf map, Node node) {
    var parts = new LinkedHashMap<String, Value>();
    node.names.forEach(
        (name, within) ->
            Optional.ofNullable(map.entries().get(name))
                .flatMap(entry -> part(entry, within))
                .ifPresent(entry -> parts.put(name, entry)));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Value.MapOf(parts));
  }

  private static Optional<Value> elements(Value.ListOf list, Node node) {
    var parts = new ArrayList<Value>();
    node.indexes.forEach(
        (index, within) -> {
          if (index < list.elements().size()) {
            part(list.elements().get(index), within).ifPresent(parts::add);
          }
        });
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Value.ListOf(parts));
  }
}

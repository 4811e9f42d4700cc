package dev.thaw.engine.lambda.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One filter pattern: for each of its members, nested as in the record, the rules of which one must
 * hold; {@code $or} holds if one of its patterns does. A list in a record fits if one of its
 * elements does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax">
 *     Filter rule syntax</a>
 */
public final class EventPattern {
  private static final String OR = "$or";

  private final Map<String, EventPattern> nested = new LinkedHashMap<>();
  private final Map<String, List<EventRule>> leaves = new LinkedHashMap<>();
  private final List<EventPattern> alternatives = new ArrayList<>();

  private EventPattern() {}

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is none
   */
  static EventPattern of(JsonNode json) {
    require(json.isObject() && !json.isEmpty());
    var pattern = new EventPattern();
    json.fields().forEachRemaining(member -> pattern.add(member.getKey(), member.getValue()));
    return pattern;
  }

  static void require(boolean isValid) {
    if (!isValid) {
      throw new IllegalArgumentException("not a pattern");
    }
  }

  private void add(String name, JsonNode value) {
    if (value.isObject()) {
      nested.put(name, of(value));
      return;
    }
    require(value.isArray() && !value.isEmpty());
    if (name.equals(OR)) {
      value.forEach(alternative -> alternatives.add(of(alternative)));
    } else {
      var rules = new ArrayList<EventRule>();
      value.forEach(rule -> rules.add(EventRule.of(rule)));
      leaves.put(name, rules);
    }
  }

  boolean matches(JsonNode record) {
    if (record.isArray()) {
      return anyOf(record, this::matches);
    }
    return leaves.entrySet().stream()
            .allMatch(leaf -> isMatched(record.path(leaf.getKey()), leaf.getValue()))
        && nested.entrySet().stream()
            .allMatch(inner -> inner.getValue().matches(record.path(inner.getKey())))
        && (alternatives.isEmpty()
            || alternatives.stream().anyMatch(alternative -> alternative.matches(record)));
  }

  private static boolean isMatched(JsonNode value, List<EventRule> rules) {
    if (value.isArray() && !value.isEmpty()) {
      return anyOf(value, element -> isMatched(element, rules));
    }
    // Only a value that is no structure exists: patterns look at leaves.
    var leaf = value.isContainerNode() ? MissingNode.getInstance() : value;
    return rules.stream().anyMatch(rule -> rule.matches(leaf));
  }

  private static boolean anyOf(JsonNode list, java.util.function.Predicate<JsonNode> condition) {
    for (var element : list) {
      if (condition.test(element)) {
        return true;
      }
    }
    return false;
  }
}

package dev.thaw.engine.lambda.mapping;

import static dev.thaw.engine.lambda.mapping.EventPattern.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** One rule for a value of a record, which is missing where the record lacks it. */
@FunctionalInterface
interface EventRule {
  Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

  boolean matches(JsonNode value);

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException if it is none
   */
  static EventRule of(JsonNode json) {
    if (!json.isObject()) {
      require(json.isValueNode());
      return literal(json);
    }
    require(json.size() == 1);
    var name = json.fieldNames().next();
    var operand = json.get(name);
    return switch (name) {
      case "prefix" -> text(operand, text -> value -> value.startsWith(text));
      case "suffix" -> text(operand, text -> value -> value.endsWith(text));
      case "equals-ignore-case" -> text(operand, text -> value -> value.equalsIgnoreCase(text));
      case "exists" -> exists(operand);
      case "anything-but" -> anythingBut(operand);
      case "numeric" -> numeric(operand);
      default -> throw new IllegalArgumentException(name.toLowerCase(Locale.ROOT));
    };
  }

  private static EventRule literal(JsonNode wanted) {
    return wanted.isNumber()
        ? value -> value.isNumber() && compare(value, wanted.decimalValue()) == 0
        : wanted::equals;
  }

  private static int compare(JsonNode value, BigDecimal other) {
    return value.decimalValue().compareTo(other);
  }

  /** A rule for texts. */
  @FunctionalInterface
  interface TextRule {
    Predicate<String> with(String operand);
  }

  private static EventRule text(JsonNode operand, TextRule rule) {
    require(operand.isTextual());
    var condition = rule.with(operand.textValue());
    return value -> value.isTextual() && condition.test(value.textValue());
  }

  private static EventRule exists(JsonNode operand) {
    require(operand.isBoolean());
    return value -> value.isMissingNode() != operand.booleanValue();
  }

  private static EventRule anythingBut(JsonNode operand) {
    var excluded = new ArrayList<EventRule>();
    if (operand.isArray()) {
      require(!operand.isEmpty());
      for (var each : operand) {
        require(each.isTextual() || each.isNumber());
        excluded.add(literal(each));
      }
    } else {
      require(!operand.isObject() || operand.has("prefix") || operand.has("suffix"));
      excluded.add(of(operand));
    }
    return value ->
        !value.isMissingNode() && excluded.stream().noneMatch(rule -> rule.matches(value));
  }

  private static EventRule numeric(JsonNode operand) {
    require(operand.isArray() && (operand.size() == 2 || operand.size() == 4));
    List<Predicate<JsonNode>> conditions = new ArrayList<>();
    for (int i = 0; i < operand.size(); i += 2) {
      conditions.add(comparison(operand.get(i), operand.get(i + 1)));
    }
    return value -> value.isNumber() && conditions.stream().allMatch(each -> each.test(value));
  }

  private static Predicate<JsonNode> comparison(JsonNode operator, JsonNode bound) {
    require(operator.isTextual() && COMPARISONS.contains(operator.textValue()));
    require(bound.isNumber());
    IntPredicate holds =
        switch (operator.textValue()) {
          case "=" -> sign -> sign == 0;
          case "<" -> sign -> sign < 0;
          case "<=" -> sign -> sign <= 0;
          case ">" -> sign -> sign > 0;
          default -> sign -> sign >= 0;
        };
    return value -> holds.test(compare(value, bound.decimalValue()));
  }
}

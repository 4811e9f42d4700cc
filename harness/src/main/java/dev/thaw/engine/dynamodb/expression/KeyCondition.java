package dev.thaw.engine.dynamodb.expression;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.KeyAttribute;
import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a query asks for: one partition, and which part of it.
 *
 * @param sort holds for the items whose sort key is asked for
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">
 *     Key condition expressions</a>
 */
public record KeyCondition(Value partition, Condition sort) {
  static KeyCondition of(Condition condition, KeySchema schema) {
    var byAttribute = new HashMap<String, Condition>();
    for (var each : conjuncts(condition)) {
      if (byAttribute.put(attribute(each), each) != null) {
        throw invalid("KeyConditionExpressions must only contain one condition per key");
      }
    }
    var partition = partition(byAttribute, schema);
    var sort = sort(byAttribute, schema);
    if (!byAttribute.isEmpty()) {
      throw schema.range().isPresent() && sort.isEmpty()
          ? missed(schema.range().orElseThrow())
          : invalid("Query key condition not supported");
    }
    return new KeyCondition(partition, sort.orElse(Condition.ALWAYS));
  }

  private static Value partition(Map<String, Condition> byAttribute, KeySchema schema) {
    var condition = byAttribute.remove(schema.hash().name());
    if (condition == null) {
      throw missed(schema.hash());
    }
    if (condition instanceof Condition.Comparison comparison
        && comparison.comparator() == Comparator.EQUAL) {
      return checked(schema.hash(), operands(comparison)).get(0);
    }
    throw invalid("Query key condition not supported");
  }

  private static Optional<Condition> sort(Map<String, Condition> byAttribute, KeySchema schema) {
    var range = schema.range();
    var condition = range.map(attribute -> byAttribute.remove(attribute.name()));
    condition.ifPresent(each -> checked(range.orElseThrow(), operands(each)));
    return condition;
  }

  private static RuntimeException missed(KeyAttribute attribute) {
    return invalid("Query condition missed key schema element: " + attribute.name());
  }

  private static List<Value> checked(KeyAttribute attribute, List<Value> values) {
    for (var value : values) {
      if (value.type() != attribute.type()) {
        throw invalid(
            "One or more parameter values were invalid: Condition parameter type does not match"
                + " schema type");
      }
      if (value.bytes() == 0) {
        throw invalid(
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: "
                + attribute.name());
      }
    }
    return values;
  }

  private static List<Condition> conjuncts(Condition condition) {
    if (condition instanceof Condition.And and) {
      var both = new ArrayList<>(conjuncts(and.left()));
      both.addAll(conjuncts(and.right()));
      return both;
    }
    return List.of(condition);
  }

  private static String attribute(Condition condition) {
    Operand subject = subject(condition);
    if (subject instanceof Operand.At at) {
      if (at.path().isTopLevel()) {
        return at.path().attribute();
      }
      throw ExpressionKind.KEY_CONDITION.invalid(
          "KeyConditionExpressions cannot have conditions on nested attributes");
    }
    throw invalid("Query key condition not supported");
  }

  private static Operand subject(Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      if (comparison.comparator() == Comparator.NOT_EQUAL) {
        throw operator("<>");
      }
      return comparison.left();
    }
    if (condition instanceof Condition.Between between) {
      return between.value();
    }
    if (condition instanceof Condition.BeginsWith begins) {
      return begins.value();
    }
    throw operator(name(condition));
  }

  private static String name(Condition condition) {
    return condition instanceof Condition.Or
        ? "OR"
        : condition instanceof Condition.Not
            ? "NOT"
            : condition instanceof Condition.In
                ? "IN"
                : condition instanceof Condition.Contains
                    ? "contains"
                    : condition instanceof Condition.HasType
                        ? "attribute_type"
                        : condition instanceof Condition.Exists exists && exists.isWanted()
                            ? "attribute_exists"
                            : "attribute_not_exists";
  }

  private static RuntimeException operator(String name) {
    return ExpressionKind.KEY_CONDITION.invalid(
        "Invalid operator used in KeyConditionExpression: " + name);
  }

  private static List<Value> operands(Condition condition) {
    var operands =
        condition instanceof Condition.Comparison comparison
            ? List.of(comparison.right())
            : condition instanceof Condition.Between between
                ? List.of(between.low(), between.high())
                : condition instanceof Condition.BeginsWith begins
                    ? List.of(begins.prefix())
                    : List.<Operand>of();
    return operands.stream().map(KeyCondition::constant).toList();
  }

  private static Value constant(Operand operand) {
    if (operand instanceof Operand.Constant constant) {
      return constant.value();
    }
    throw invalid("Query key condition not supported");
  }
}

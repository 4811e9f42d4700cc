package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.Order;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the functions of conditions, and checks what conditions are made of:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html.
 */
final class ConditionFunctions {
  private static final Map<String, Integer> OPERANDS =
      Map.of(
          "attribute_exists", 1,
          "attribute_not_exists", 1,
          "attribute_type", 2,
          "begins_with", 2,
          "contains", 2,
          "size", 1);

  private static final Set<String> OF_UPDATES = Set.of("if_not_exists", "list_append");
  private static final Condition NONE = Condition.ALWAYS;

  private final PathParser parser;
  private final Tokens tokens;

  ConditionFunctions(PathParser parser) {
    this.parser = parser;
    this.tokens = parser.tokens();
  }

  boolean isNext() {
    return tokens.peek().kind() == Token.Kind.WORD && tokens.peek(1).is("(");
  }

  /** A path or a value. */
  Operand simple() {
    return tokens.peek().kind() == Token.Kind.VALUE
        ? parser.constant()
        : new Operand.At(parser.path());
  }

  /** A function that has a value: {@code size} is the only one. */
  Operand operand() {
    var name = tokens.peek().text();
    var operands = call();
    if (!name.equals("size")) {
      checkKnown(name);
      parser.error(
          "The function is not allowed to be used this way in an expression; function: " + name);
      return new Operand.Unknown();
    }
    if (operands.size() != 1) {
      return new Operand.Unknown();
    }
    var type = operands.get(0).type();
    if (type.filter(t -> t == AttributeType.N || t == AttributeType.BOOL || t == AttributeType.NULL)
        .isPresent()) {
      wrongType(name, type.orElseThrow().name());
    }
    return new Operand.Size(operands.get(0));
  }

  /** A function that holds or not. */
  Condition condition() {
    var name = tokens.peek().text();
    var operands = call();
    if (!checkKnown(name) || operands.size() != OPERANDS.getOrDefault(name, -1)) {
      return NONE;
    }
    return switch (name) {
      case "attribute_exists" -> exists(name, operands.get(0), true);
      case "attribute_not_exists" -> exists(name, operands.get(0), false);
      case "attribute_type" -> hasType(name, operands);
      case "begins_with" -> beginsWith(name, operands);
      default -> new Condition.Contains(operands.get(0), operands.get(1));
    };
  }

  private boolean checkKnown(String name) {
    if (OF_UPDATES.contains(name)) {
      parser.error("The function is not allowed in a condition expression; function: " + name);
    } else if (!OPERANDS.containsKey(name)) {
      parser.error("Invalid function name; function: " + name);
    }
    return OPERANDS.containsKey(name);
  }

  private List<Operand> call() {
    var name = tokens.next().text();
    tokens.expect("(");
    var operands = new ArrayList<Operand>();
    parser.deeper();
    do {
      operands.add(isNext() ? operand() : simple());
    } while (tokens.skip(","));
    parser.higher();
    tokens.expect(")");
    if (OPERANDS.getOrDefault(name, operands.size()) != operands.size()) {
      parser.error(
          "Incorrect number of operands for operator or function; operator or function: %s,"
                  .formatted(name)
              + " number of operands: "
              + operands.size());
    }
    return operands;
  }

  private Condition exists(String name, Operand operand, boolean isWanted) {
    if (operand instanceof Operand.At at) {
      return new Condition.Exists(at.path(), isWanted);
    }
    parser.error("Operator or function requires a document path; operator or function: " + name);
    return NONE;
  }

  private Condition hasType(String name, List<Operand> operands) {
    if (!(operands.get(1) instanceof Operand.Constant constant)
        || !(constant.value() instanceof Value.Text text)) {
      wrongType(
          name,
          operands.get(1).type().map(AttributeType::name).orElse("{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
      return NONE;
    }
    var type = AttributeType.of(text.text());
    if (type.isEmpty()) {
      parser.error(
          "Invalid attribute type name found; type: "
              + text.text()
              + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
      return NONE;
    }
    return new Condition.HasType(operands.get(0), type.orElseThrow());
  }

  private Condition beginsWith(String name, List<Operand> operands) {
    for (var operand : operands) {
      operand
          .type()
          .filter(type -> type != AttributeType.S && type != AttributeType.B)
          .ifPresent(type -> wrongType(name, type.name()));
    }
    return new Condition.BeginsWith(operands.get(0), operands.get(1));
  }

  /** Only texts, numbers and binaries have an order. */
  void checkOrdered(String operator, Operand operand) {
    operand
        .type()
        .filter(type -> !type.isOrdered())
        .ifPresent(type -> wrongType(operator, type.name()));
  }

  void checkBounds(Operand.Constant low, Operand.Constant high) {
    var demand =
        low.type().equals(high.type())
            ? "upper bound to be greater than or equal to lower bound"
            : "same data type for lower and upper bounds";
    if (low.type().isPresent()
        && high.type().isPresent()
        && !(Order.isDefined(low.value(), high.value())
            && Order.NATURAL.compare(low.value(), high.value()) <= 0)) {
      parser.error(
          "The BETWEEN operator requires %s; lower bound operand: AttributeValue: %s, upper bound"
                  .formatted(demand, spelled(low.value()))
              + " operand: AttributeValue: "
              + spelled(high.value()));
    }
  }

  private static String spelled(Value value) {
    var shape = value.shape();
    var content =
        switch (value.type()) {
          case S -> shape.s();
          case N -> shape.n();
          default -> value.toString();
        };
    return "{" + value.type() + ":" + content + "}";
  }

  private void wrongType(String name, String type) {
    parser.error(
        "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
            .formatted(name, type));
  }
}

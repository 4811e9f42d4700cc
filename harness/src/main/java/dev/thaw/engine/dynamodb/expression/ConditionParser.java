package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.item.KeySchema;
import java.util.ArrayList;
import java.util.List;

/** Reads conditions: {@code a = :b AND (size(c) > :d OR NOT attribute_exists(e.f[1]))}. */
final class ConditionParser {
  private final PathParser parser;
  private final Tokens tokens;
  private final ConditionFunctions functions;
  // The parentheses that were closed last.
  private int groupBegin = -1;
  private int groupEnd = -1;

  private ConditionParser(PathParser parser) {
    this.parser = parser;
    this.tokens = parser.tokens();
    this.functions = new ConditionFunctions(parser);
  }

  static Condition parse(ExpressionKind kind, String text, Placeholders placeholders) {
    var parser = new PathParser(kind, text, placeholders);
    var condition = new ConditionParser(parser).alternatives();
    parser.end();
    return condition;
  }

  /** A condition on attributes that are no keys. */
  static Condition parseFilter(String text, Placeholders placeholders, KeySchema schema) {
    var parser = new PathParser(ExpressionKind.FILTER, text, placeholders);
    var condition = new ConditionParser(parser).alternatives();
    for (var key : schema.attributes()) {
      if (parser.attributes().contains(key.name())) {
        parser.error(
            DynamoDbError.invalid(
                "Filter Expression can only contain non-primary key attributes: Primary key"
                    + " attribute: "
                    + key.name()));
      }
    }
    parser.end();
    return condition;
  }

  private Condition alternatives() {
    parser.deeper();
    var condition = all();
    while (tokens.skipKeyword("OR")) {
      condition = new Condition.Or(condition, all());
    }
    parser.higher();
    return condition;
  }

  private Condition all() {
    var condition = negation();
    while (tokens.skipKeyword("AND")) {
      condition = new Condition.And(condition, negation());
    }
    return condition;
  }

  private Condition negation() {
    if (!tokens.skipKeyword("NOT")) {
      return single();
    }
    parser.deeper();
    var condition = new Condition.Not(negation());
    parser.higher();
    return condition;
  }

  private Condition single() {
    if (tokens.peek().is("(") && !isOperandInParentheses()) {
      return inParentheses();
    }
    if (functions.isNext() && !tokens.peek().text().equals("size")) {
      return function();
    }
    return comparison(operand());
  }

  /** A function that holds or not, which is all there must be. */
  private Condition function() {
    var name = tokens.peek().text();
    var condition = functions.condition();
    if (!isCompared(tokens.peek())) {
      return condition;
    }
    parser.error(
        "The function is not allowed to be used this way in an expression; function: " + name);
    return comparison(new Operand.Unknown());
  }

  private static boolean isCompared(Token after) {
    return Comparator.of(after).isPresent() || after.isKeyword("BETWEEN") || after.isKeyword("IN");
  }

  private Condition inParentheses() {
    int begin = tokens.position();
    tokens.expect("(");
    var condition = alternatives();
    tokens.expect(")");
    if (groupBegin == begin + 1 && groupEnd == tokens.position() - 1) {
      parser.error("The expression has redundant parentheses;");
    }
    groupBegin = begin;
    groupEnd = tokens.position();
    return condition;
  }

  /**
   * {@code (a.b)}, {@code (:c)} and {@code (size(d))} are operands; what else is, is a condition.
   */
  private boolean isOperandInParentheses() {
    int at = 0;
    int open = 0;
    do {
      var token = tokens.peek(at++);
      if (token.is("(")) {
        open++;
      } else if (token.is(")")) {
        open--;
      } else if (!isPartOfOperand(token)) {
        return false;
      }
    } while (open > 0);
    return isCompared(tokens.peek(at));
  }

  private static boolean isPartOfOperand(Token token) {
    return switch (token.kind()) {
      case WORD, NAME, VALUE, INDEX -> true;
      case SIGN -> ".[],".contains(token.text());
      case END -> false;
    };
  }

  private Operand operand() {
    if (tokens.skip("(")) {
      parser.deeper();
      var operand = operand();
      parser.higher();
      tokens.expect(")");
      return operand;
    }
    return functions.isNext() ? functions.operand() : functions.simple();
  }

  private Condition comparison(Operand left) {
    var comparator = Comparator.of(tokens.peek());
    if (comparator.isPresent()) {
      tokens.next();
      return compared(left, comparator.orElseThrow(), operand());
    }
    if (tokens.skipKeyword("BETWEEN")) {
      var low = operand();
      if (!tokens.skipKeyword("AND")) {
        throw tokens.syntaxError();
      }
      return between(left, low, operand());
    }
    if (tokens.skipKeyword("IN")) {
      return new Condition.In(left, list());
    }
    throw tokens.syntaxError();
  }

  private Condition compared(Operand left, Comparator comparator, Operand right) {
    if (left.equals(right) && left instanceof Operand.At at) {
      parser.error(
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + comparator.sign()
              + ", first operand: "
              + at.path());
    }
    if (comparator.isOrder()) {
      List.of(left, right).forEach(each -> functions.checkOrdered(comparator.sign(), each));
    }
    return new Condition.Comparison(left, comparator, right);
  }

  private Condition between(Operand value, Operand low, Operand high) {
    List.of(value, low, high).forEach(each -> functions.checkOrdered("BETWEEN", each));
    if (low instanceof Operand.Constant from && high instanceof Operand.Constant to) {
      functions.checkBounds(from, to);
    }
    return new Condition.Between(value, low, high);
  }

  private List<Operand> list() {
    var list = new ArrayList<Operand>();
    tokens.expect("(");
    do {
      list.add(operand());
    } while (tokens.skip(","));
    tokens.expect(")");
    return list;
  }
}

package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.Order;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The comparators of conditions:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html.
 */
enum Comparator {
  EQUAL("=", order -> order == 0),
  NOT_EQUAL("<>", order -> order != 0),
  LESS("<", order -> order < 0),
  AT_MOST("<=", order -> order <= 0),
  GREATER(">", order -> order > 0),
  AT_LEAST(">=", order -> order >= 0);

  private final String sign;

  @SuppressWarnings("ImmutableEnumChecker") // Lambdas that hold on to nothing.
  private final IntPredicate holds;

  Comparator(String sign, IntPredicate holds) {
    this.sign = sign;
    this.holds = holds;
  }

  String sign() {
    return sign;
  }

  boolean isOrder() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  static Optional<Comparator> of(Token token) {
    return Stream.of(values()).filter(each -> token.is(each.sign)).findFirst();
  }

  /** What is absent equals nothing. */
  boolean holds(Optional<Value> left, Optional<Value> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return this == NOT_EQUAL && left.isPresent() != right.isPresent();
    }
    var one = left.orElseThrow();
    var other = right.orElseThrow();
    if (!isOrder()) {
      return one.equals(other) == (this == EQUAL);
    }
    return Order.isDefined(one, other) && holds.test(Order.NATURAL.compare(one, other));
  }
}

package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.expression.Actions.SetValue;
import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads updates: {@code SET a = a + :b, c[1] = if_not_exists(d, :e) REMOVE f ADD g :h}. */
final class UpdateParser {
  private final PathParser parser;
  private final Tokens tokens;
  private final List<Update.Action> actions = new ArrayList<>();
  private final Set<Section> seen = EnumSet.noneOf(Section.class);

  private enum Section {
    SET,
    REMOVE,
    ADD,
    DELETE
  }

  private UpdateParser(PathParser parser) {
    this.parser = parser;
    this.tokens = parser.tokens();
  }

  static Update parse(String text, Placeholders placeholders) {
    var parser = new PathParser(ExpressionKind.UPDATE, text, placeholders);
    return new UpdateParser(parser).update();
  }

  private Update update() {
    do {
      section();
    } while (tokens.peek().kind() != Token.Kind.END);
    parser.end();
    var paths = new DisjointPaths(ExpressionKind.UPDATE);
    actions.forEach(action -> paths.add(action.path()));
    return new Update(actions, paths.paths());
  }

  private void section() {
    var section =
        Stream.of(Section.values())
            .filter(each -> tokens.peek().isKeyword(each.name()))
            .findFirst()
            .orElseThrow(tokens::syntaxError);
    tokens.next();
    if (!seen.add(section)) {
      parser.error(
          "The \"%s\" section can only be used once in an update expression;".formatted(section));
    }
    do {
      actions.add(action(section));
    } while (tokens.skip(","));
  }

  private Update.Action action(Section section) {
    var path = parser.path();
    return switch (section) {
      case SET -> {
        tokens.expect("=");
        yield new Actions.Assign(path, sum());
      }
      case REMOVE -> new Actions.Remove(path);
      case ADD -> new Actions.Add(path, operand("ADD"));
      case DELETE -> new Actions.Delete(path, operand("DELETE"));
    };
  }

  /** Sets, and for ADD numbers, too. */
  private Value operand(String operator) {
    var constant = parser.constant();
    constant
        .type()
        .filter(type -> !type.isSet() && !(type == AttributeType.N && operator.equals("ADD")))
        .ifPresent(
            type ->
                parser.error(
                    "Incorrect operand type for operator or function; operator: %s, operand type: %s,"
                            .formatted(operator, type.title())
                        + " typeSet: ALLOWED_FOR_%s_OPERAND".formatted(operator)));
    return constant instanceof Operand.Constant known ? known.value() : new Value.Null();
  }

  private SetValue sum() {
    if (tokens.peek().is("(")) {
      return inParentheses();
    }
    var left = value();
    var sign = tokens.peek();
    if (!sign.is("+") && !sign.is("-")) {
      return left;
    }
    tokens.next();
    var right = value();
    Stream.of(left, right).forEach(each -> checkType(sign.text(), each, AttributeType.N));
    return new Actions.Sum(left, right, sign.is("-"));
  }

  private SetValue inParentheses() {
    tokens.expect("(");
    parser.deeper();
    var value = sum();
    parser.higher();
    tokens.expect(")");
    return value;
  }

  private SetValue value() {
    if (tokens.peek().is("(")) {
      return inParentheses();
    }
    if (tokens.peek().kind() == Token.Kind.WORD && tokens.peek(1).is("(")) {
      return function();
    }
    return tokens.peek().kind() == Token.Kind.VALUE
        ? new Actions.Plain(parser.constant())
        : new Actions.Plain(new Operand.At(parser.path()));
  }

  private SetValue function() {
    var name = tokens.next().text();
    tokens.expect("(");
    parser.deeper();
    var operands = new ArrayList<SetValue>();
    do {
      operands.add(value());
    } while (tokens.skip(","));
    parser.higher();
    tokens.expect(")");
    return call(name, operands).orElse(new Actions.Plain(new Operand.Unknown()));
  }

  private Optional<SetValue> call(String name, List<SetValue> operands) {
    if (!name.equals("if_not_exists") && !name.equals("list_append")) {
      parser.error("Invalid function name; function: " + name);
      return Optional.empty();
    }
    if (operands.size() != 2) {
      parser.error(
          "Incorrect number of operands for operator or function; operator or function: %s,"
                  .formatted(name)
              + " number of operands: "
              + operands.size());
      return Optional.empty();
    }
    var first = operands.get(0);
    var second = operands.get(1);
    if (name.equals("list_append")) {
      operands.forEach(each -> checkType(name, each, AttributeType.L));
      return Optional.of(new Actions.Appended(first, second));
    }
    if (first instanceof Actions.Plain plain && plain.operand() instanceof Operand.At at) {
      return Optional.of(new Actions.IfNotExists(at.path(), second));
    }
    parser.error("Operator or function requires a document path; operator or function: " + name);
    return Optional.empty();
  }

  private void checkType(String operator, SetValue value, AttributeType wanted) {
    value
        .type()
        .filter(type -> type != wanted)
        .ifPresent(
            type ->
                parser.error(
                    "Incorrect operand type for operator or function; operator or function: %s,"
                            .formatted(operator)
                        + " operand type: "
                        + type));
  }
}

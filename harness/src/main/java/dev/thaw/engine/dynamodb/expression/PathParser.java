package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.protocol.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what all expressions are made of: paths and values. Errors other than of syntax are kept
 * back until the whole expression has been read, for AWS tells those of syntax first.
 */
final class PathParser {
  // Far beyond what 4 KB of a sensible expression hold, and far within a thread's stack.
  private static final int DEEPEST = 300;

  private final ExpressionKind kind;
  private final Tokens tokens;
  private final Placeholders placeholders;
  private Optional<AwsException> firstError = Optional.empty();
  private final Set<String> attributes = new HashSet<>();
  private int depth;

  PathParser(ExpressionKind kind, String text, Placeholders placeholders) {
    this.kind = kind;
    this.tokens = new Tokens(kind, text);
    this.placeholders = placeholders;
  }

  Tokens tokens() {
    return tokens;
  }

  /** The attributes that were named so far. */
  Set<String> attributes() {
    return attributes;
  }

  /** To be told once the syntax is known to be right. */
  void error(String why) {
    error(kind.invalid(why));
  }

  /** The same in other words. */
  void error(AwsException error) {
    firstError = firstError.or(() -> Optional.of(error));
  }

  /** Ends the expression. */
  void end() {
    tokens.expectEnd();
    firstError.ifPresent(
        error -> {
          throw error;
        });
  }

  void deeper() {
    if (++depth > DEEPEST) {
      throw kind.invalid("The expression is nested too deeply; levels: " + depth);
    }
  }

  void higher() {
    depth--;
  }

  Path path() {
    var steps = new ArrayList<Step>();
    steps.add(new Step.Name(name()));
    while (true) {
      if (tokens.skip(".")) {
        steps.add(new Step.Name(name()));
      } else if (tokens.skip("[")) {
        steps.add(new Step.Index(index()));
        tokens.expect("]");
      } else {
        attributes.add(steps.get(0).toString());
        return new Path(steps);
      }
    }
  }

  private String name() {
    var token = tokens.peek();
    return switch (token.kind()) {
      case WORD -> word(tokens.next().text());
      case NAME -> placeholder(tokens.next().text());
      default -> throw tokens.syntaxError();
    };
  }

  private String word(String word) {
    if (ReservedWords.contains(word)) {
      error("Attribute name is a reserved keyword; reserved keyword: " + word);
    }
    return word;
  }

  private String placeholder(String text) {
    try {
      return placeholders.name(kind, text);
    } catch (AwsException e) {
      error(e);
      return text;
    }
  }

  private int index() {
    var token = tokens.peek();
    if (token.kind() != Token.Kind.INDEX) {
      throw tokens.syntaxError();
    }
    tokens.next();
    try {
      return Integer.parseInt(token.text());
    } catch (NumberFormatException e) {
      error("List index is not within the allowable range; index: [" + token.text() + "]");
      return 0;
    }
  }

  /** The value of the placeholder that comes next. */
  Operand constant() {
    if (tokens.peek().kind() != Token.Kind.VALUE) {
      throw tokens.syntaxError();
    }
    try {
      return new Operand.Constant(placeholders.value(kind, tokens.next().text()));
    } catch (AwsException e) {
      error(e);
      return new Operand.Unknown();
    }
  }
}

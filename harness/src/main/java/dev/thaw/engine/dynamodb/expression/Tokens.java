package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.protocol.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** An expression's text as tokens, read from the first to the last. */
final class Tokens {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int LONGEST = 4096;
  private static final Set<String> LONG_SIGNS = Set.of("<>", "<=", ">=");
  private static final String SIGNS = "=<>()[],.+-";

  private final ExpressionKind kind;
  private final String text;
  private final List<Token> all = new ArrayList<>();
  private int position;

  Tokens(ExpressionKind kind, String text) {
    this.kind = kind;
    this.text = text;
    if (text.isBlank()) {
      throw kind.invalid("The expression can not be empty;");
    }
    if (text.length() > LONGEST) {
      throw kind.invalid(
          "Expression size has exceeded the maximum allowed size; expression size: "
              + text.length());
    }
    split();
  }

  private void split() {
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        var token = tokenAt(at);
        all.add(token);
        at = token.end();
      }
    }
    all.add(new Token(Token.Kind.END, "<EOF>", text.length(), text.length()));
  }

  private Token tokenAt(int begin) {
    char first = text.charAt(begin);
    if (first == '#' || first == ':') {
      var kind = first == '#' ? Token.Kind.NAME : Token.Kind.VALUE;
      return token(kind, begin, endOf(begin + 1, Tokens::isWordPart));
    }
    if (isDigit(first)) {
      return token(Token.Kind.INDEX, begin, endOf(begin, Tokens::isDigit));
    }
    if (isWordPart(first)) {
      return token(Token.Kind.WORD, begin, endOf(begin, Tokens::isWordPart));
    }
    var isLong = LONG_SIGNS.contains(text.substring(begin, Math.min(begin + 2, text.length())));
    return token(Token.Kind.SIGN, begin, begin + (isLong ? 2 : 1));
  }

  private Token token(Token.Kind kind, int begin, int end) {
    return new Token(kind, text.substring(begin, end), begin, end);
  }

  private int endOf(int begin, IntPredicate belongs) {
    int end = begin;
    while (end < text.length() && belongs.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isWordPart(int letter) {
    return isDigit(letter)
        || (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || letter == '_';
  }

  int position() {
    return position;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return all.get(Math.min(position + ahead, all.size() - 1));
  }

  Token next() {
    var token = peek();
    if (token.kind() == Token.Kind.END
        || (token.kind() == Token.Kind.SIGN
            && !LONG_SIGNS.contains(token.text())
            && SIGNS.indexOf(token.text().charAt(0)) < 0)) {
      throw syntaxError();
    }
    position++;
    return token;
  }

  boolean skip(String sign) {
    if (peek().is(sign)) {
      position++;
      return true;
    }
    return false;
  }

  boolean skipKeyword(String keyword) {
    if (peek().isKeyword(keyword)) {
      position++;
      return true;
    }
    return false;
  }

  void expect(String sign) {
    if (!skip(sign)) {
      throw syntaxError();
    }
  }

  void expectEnd() {
    if (peek().kind() != Token.Kind.END) {
      throw syntaxError();
    }
  }

  /** AWS names the token and shows it with its neighbours. */
  AwsException syntaxError() {
    var token = peek();
    var begin = position == 0 ? token.begin() : all.get(position - 1).begin();
    var isEnd = token.kind() == Token.Kind.END;
    var end = isEnd ? all.get(Math.max(0, position - 1)).end() : endOfNext();
    var near = text.substring(begin, end);
    return kind.invalid("Syntax error; token: \"%s\", near: \"%s\"".formatted(token.text(), near));
  }

  private int endOfNext() {
    var next = peek(1);
    return next.kind() == Token.Kind.END ? peek().end() : next.end();
  }
}

package dev.thaw.engine.dynamodb.expression;

import java.util.Locale;

/** A word or sign of an expression, and where in the text it stands. */
record Token(Kind kind, String text, int begin, int end) {
  enum Kind {
    WORD,
    /** {@code #name}. */
    NAME,
    /** {@code :value}. */
    VALUE,
    INDEX,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether it is that keyword, however its letters are written. */
  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(keyword);
  }
}

package dev.thaw.report;

/** Emphasis on a terminal, with ANSI sequences or without any. */
enum Ink {
  PLAIN {
    @Override
    String paint(int code, String text) {
      return text;
    }
  },
  COLOURED {
    @Override
    String paint(int code, String text) {
      return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  private static final int BOLD = 1;
  private static final int FAINT = 2;
  private static final int RED = 31;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;

  abstract String paint(int code, String text);

  String strong(String text) {
    return paint(BOLD, text);
  }

  String faint(String text) {
    return paint(FAINT, text);
  }

  String bad(String text) {
    return paint(RED, text);
  }

  String good(String text) {
    return paint(GREEN, text);
  }

  String careful(String text) {
    return paint(YELLOW, text);
  }
}

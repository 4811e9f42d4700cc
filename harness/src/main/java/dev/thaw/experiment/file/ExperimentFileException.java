package dev.thaw.experiment.file;

/** An experiment file that cannot be used; the message names place, value and what is allowed. */
public final class ExperimentFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 600;

  ExperimentFileException(String message) {
    super(shortened(onOneLine(message)));
  }

  /** Whatever the value was that it names. */
  private static String onOneLine(String message) {
    var line = new StringBuilder();
    message
        .codePoints()
        .forEach(
            point -> {
              if (isPrinted(point)) {
                line.appendCodePoint(point);
              } else {
                line.append("\\u%04x".formatted(point));
              }
            });
    return line.toString();
  }

  private static boolean isPrinted(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** The place stands at the beginning and the remedy at the end. */
  private static String shortened(String message) {
    return message.length() <= LONGEST
        ? message
        : message.substring(0, LONGEST / 2)
            + " ... "
            + message.substring(message.length() - LONGEST / 2);
  }
}

package dev.thaw.report;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of at most 110 columns; control characters are made harmless. */
final class Wrapped {
  static final int WIDTH = 110;

  private Wrapped() {}

  /** The first line begins with the prefix, the others with as many blanks behind the lead. */
  static List<String> lines(String lead, String label, String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(lead + label);
    var hanging = lead + " ".repeat(label.length());
    boolean isEmpty = true;
    for (var word : plain(text).split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(hanging);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Without what could move a terminal's cursor. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
  }
}

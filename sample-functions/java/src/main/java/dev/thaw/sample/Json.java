package dev.thaw.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as maps, lists, strings, numbers and booleans. A library would be part of every cold
 * start.
 */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** An object's members; nothing of any other value, or of text that is not JSON. */
  static Map<String, Object> object(@Nullable String text) {
    if (text == null || !text.stripLeading().startsWith("{")) {
      return Map.of();
    }
    var json = new Json(text);
    try {
      json.space();
      var members = json.members();
      json.space();
      return json.at == text.length() ? members : Map.of();
    } catch (IllegalArgumentException | IndexOutOfBoundsException notJson) {
      return Map.of();
    }
  }

  private @Nullable Object value() {
    space();
    char next = text.charAt(at);
    if (next == '{') {
      return members();
    }
    if (next == '[') {
      return elements();
    }
    return next == '"' ? string() : word();
  }

  private Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    take('{');
    space();
    while (text.charAt(at) != '}') {
      space();
      var name = string();
      space();
      take(':');
      var value = value();
      if (value != null) {
        members.put(name, value);
      }
      separator('}');
    }
    at++;
    return members;
  }

  private List<@Nullable Object> elements() {
    var elements = new ArrayList<@Nullable Object>();
    take('[');
    space();
    while (text.charAt(at) != ']') {
      elements.add(value());
      separator(']');
    }
    at++;
    return elements;
  }

  private void separator(char end) {
    space();
    if (text.charAt(at) != end) {
      take(',');
    }
  }

  private String string() {
    var string = new StringBuilder();
    take('"');
    while (text.charAt(at) != '"') {
      char next = text.charAt(at++);
      string.append(next == '\\' ? escaped(text.charAt(at++)) : next);
    }
    at++;
    return string.toString();
  }

  private char escaped(char letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> letter;
    };
  }

  private char codeUnit() {
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  /** A number, true, false or null. */
  private @Nullable Object word() {
    int start = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(start, at);
    if (word.equals("null")) {
      return null;
    }
    if (word.equals("true") || word.equals("false")) {
      return Boolean.valueOf(word);
    }
    return word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : Double.valueOf(word);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void take(char expected) {
    if (text.charAt(at) != expected) {
      throw new IllegalArgumentException("no " + expected + " at " + at);
    }
    at++;
  }
}

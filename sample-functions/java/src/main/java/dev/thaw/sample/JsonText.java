package dev.thaw.sample;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, collections, texts, numbers and booleans as JSON; members without a value are left out. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Map<String, ?> object) {
    var json = new JsonText();
    json.value(object);
    return json.text.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      members(map);
    } else if (value instanceof Iterable<?> elements) {
      elements(elements);
    } else if (value instanceof Number || value instanceof Boolean || value == null) {
      text.append(value);
    } else {
      string(value.toString());
    }
  }

  private void members(Map<?, ?> members) {
    char before = '{';
    for (var member : members.entrySet()) {
      if (member.getValue() != null) {
        text.append(before);
        string(String.valueOf(member.getKey()));
        text.append(':');
        value(member.getValue());
        before = ',';
      }
    }
    text.append(before == '{' ? "{}" : "}");
  }

  private void elements(Iterable<?> elements) {
    char before = '[';
    for (var element : elements) {
      text.append(before);
      value(element);
      before = ',';
    }
    text.append(before == '[' ? "[]" : "]");
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '"' || letter == '\\') {
        text.append('\\').append(letter);
      } else if (letter < ' ') {
        text.append("\\u%04x".formatted((int) letter));
      } else {
        text.append(letter);
      }
    }
    text.append('"');
  }
}

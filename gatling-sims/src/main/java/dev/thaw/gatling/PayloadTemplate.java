package dev.thaw.gatling;

import com.fasterxml.jackson.core.JsonToken;
import dev.thaw.invocation.EventId;
import dev.thaw.results.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The payload of a stretch: {@code ${phase}} and {@code ${variant}} are filled in once, {@code
 * ${index}} and {@code ${id}} for each request. A payload that is a JSON object without a member
 * {@code id} gets the event's id as its first one.
 */
final class PayloadTemplate {
  private static final Pattern EACH = Pattern.compile("\\$\\{(index|id)}");
  private static final String ID = "${id}";

  private final String idPrefix;
  private final String[] pieces;

  /** Of each gap between pieces whether the id goes there; else the index does. */
  private final boolean[] isId;

  PayloadTemplate(String text, String phase, String variant) {
    idPrefix = EventId.prefix(phase, variant);
    var filled = withId(text.replace("${phase}", phase).replace("${variant}", variant));
    pieces = EACH.split(filled, -1);
    isId = new boolean[pieces.length - 1];
    var gaps = EACH.matcher(filled);
    for (int i = 0; gaps.find(); i++) {
      isId[i] = gaps.group().equals(ID);
    }
  }

  Event event(long index) {
    var id = idPrefix + index;
    var text = new StringBuilder(pieces[0]);
    for (int i = 0; i < isId.length; i++) {
      text.append(isId[i] ? id : Long.toString(index)).append(pieces[i + 1]);
    }
    return new Event(id, index, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String withId(String text) {
    if (!lacksId(text)) {
      return text;
    }
    int open = text.indexOf('{') + 1;
    var rest = text.substring(open);
    var separator = rest.stripLeading().startsWith("}") ? "" : ",";
    return text.substring(0, open) + "\"id\":\"" + ID + "\"" + separator + rest;
  }

  /** Whether it is a JSON object, as far as can be seen with its gaps, that names no id. */
  private static boolean lacksId(String text) {
    if (text.contains(ID)) {
      return false;
    }
    try (var json = RunJson.MAPPER.createParser(text.replace("${index}", "0"))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.currentName().equals("id")) {
          return false;
        }
        json.nextToken();
        json.skipChildren();
      }
      return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }
}

package dev.thaw.engine.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** What both formats of proxy events write alike. */
final class ProxyJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ProxyJson() {}

  static byte[] bytes(ObjectNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree is always JSON", e);
    }
  }

  /** {@code 12/Mar/2020:19:03:58 +0000}. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  static void putIfAny(ObjectNode node, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      values.forEach(node.putObject(name)::put);
    }
  }
}

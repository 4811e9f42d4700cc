package dev.thaw.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thaw.results.RunJson;

/** A value as the JSON that a request carries. */
final class JsonBody {
  private JsonBody() {}

  static byte[] of(Object value) {
    try {
      return RunJson.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

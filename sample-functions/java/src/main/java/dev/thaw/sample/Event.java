package dev.thaw.sample;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of an invocation: its id, the key it was ordered by, when a stream took it (in ms since
 * the epoch), and what it asks for, if it says so.
 */
record Event(
    @Nullable String id,
    @Nullable String key,
    @Nullable Long arrivedMs,
    @Nullable Map<String, Object> asked) {

  static Event of(Map<String, Object> payload) {
    return new Event(payload.get("id") instanceof String id ? id : null, null, null, payload);
  }
}

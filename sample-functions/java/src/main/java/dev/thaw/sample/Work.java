package dev.thaw.sample;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation is asked to do, in this order: wait, burn CPU, allocate memory, answer with so
 * many characters of padding; or, with a fault, fail in the way that it names.
 */
public record Work(
    long sleepMs, long cpuMs, int allocateMb, int answerBytes, @Nullable String fault) {

  /** Reads an event; what it leaves out is not to be done. */
  static Work of(Map<String, ?> event) {
    return new Work(
        number(event, "sleepMs"),
        number(event, "cpuMs"),
        (int) number(event, "allocateMb"),
        (int) number(event, "answerBytes"),
        event.get("fault") instanceof String fault ? fault : null);
  }

  private static long number(Map<String, ?> event, String name) {
    var value = event.get(name);
    if (value == null) {
      return 0;
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("%s must be a number, not '%s'".formatted(name, value));
  }
}

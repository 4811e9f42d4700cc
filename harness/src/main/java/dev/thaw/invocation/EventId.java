package dev.thaw.invocation;

import java.util.regex.Pattern;

/**
 * The id that an event carries from the generator to the handler: phase, variant and index, with
 * dots between, unique in its run. It is safe as an object's key, a partition key and inside JSON.
 */
public final class EventId {
  /** What is neither safe everywhere nor may stand in a name of an experiment file. */
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

  private EventId() {}

  /** The id of the request in that slot. */
  public static String of(Slot slot) {
    return prefix(slot.phase(), slot.variant()) + slot.index();
  }

  /** What the ids of a variant's events in a phase begin with; the index follows. */
  public static String prefix(String phase, String variant) {
    return safe(phase) + '.' + safe(variant) + '.';
  }

  private static String safe(String name) {
    return UNSAFE.matcher(name).replaceAll("-");
  }
}

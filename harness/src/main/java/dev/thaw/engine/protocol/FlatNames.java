package dev.thaw.engine.protocol;

import java.util.Map;

/**
 * How members are called on the Query protocol of a service whose model describes JSON only: lists
 * and maps are flattened, and a map's entries have a {@code Name} and a {@code Value}. In a name
 * {@code %s} stands for the operation's.
 */
public record FlatNames(Map<String, String> names) {
  static final String KEY = "Name";
  static final String VALUE = "Value";

  public FlatNames {
    names = Map.copyOf(names);
  }

  String of(String member, String operation) {
    return names.getOrDefault(member, member).replace("%s", operation);
  }
}

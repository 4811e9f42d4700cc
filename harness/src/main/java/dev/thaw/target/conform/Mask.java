package dev.thaw.target.conform;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Puts a word in angle brackets for what differs from run to run (names, account, region, ids,
 * times), so that what was seen can be compared with what was recorded.
 */
final class Mask {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+]0000)");
  private static final Pattern SEQUENCE_NUMBER = Pattern.compile("\\d{20,}");

  private final Map<String, String> names = new ConcurrentHashMap<>();

  Mask(Setting.Identity identity) {
    names.put(":" + identity.account() + ":", ":<account>:");
    names.put(identity.region(), "<region>");
    names.put(identity.role(), "<role>");
  }

  /** Shows that word for a name from now on. */
  void name(String name, String word) {
    names.put(name, "<" + word + ">");
  }

  String apply(String text) {
    var masked = text;
    var longestFirst =
        names.keySet().stream()
            .sorted(
                Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (var name : longestFirst) {
      masked = masked.replace(name, names.getOrDefault(name, name));
    }
    masked = UUID.matcher(masked).replaceAll("<uuid>");
    masked = TIME.matcher(masked).replaceAll("<time>");
    return SEQUENCE_NUMBER.matcher(masked).replaceAll("<sequence number>");
  }
}

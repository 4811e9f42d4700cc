package dev.thaw.rules.provisioned;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The values that one field of a {@link Cron} expression allows. */
final class CronField {
  private static final Pattern ITEM =
      Pattern.compile("(?<from>\\*|\\w+)(-(?<to>\\w+))?(/(?<step>\\d{1,4}))?");

  private final BitSet values = new BitSet();
  private final int min;
  private final int max;
  private final List<String> names;

  private CronField(int min, int max, List<String> names) {
    this.min = min;
    this.max = max;
    this.names = names;
  }

  /** Reads a field whose values have those bounds and, from the least on, those names. */
  static CronField parse(String text, int min, int max, List<String> names) {
    var field = new CronField(min, max, names);
    for (String item : text.equals("?") ? List.of("*") : List.of(text.split(",", -1))) {
      field.add(item);
    }
    return field;
  }

  private void add(String item) {
    var matcher = ITEM.matcher(item);
    if (!matcher.matches()) {
      throw unreadable(item);
    }
    boolean isAny = matcher.group("from").equals("*");
    String end = matcher.group("to");
    String every = matcher.group("step");
    int from = isAny ? min : value(matcher.group("from"));
    int last = every == null ? from : max;
    int to = isAny ? max : end == null ? last : value(end);
    int step = every == null ? 1 : Integer.parseInt(every);
    if (step == 0 || to < from) {
      throw unreadable(item);
    }
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
  }

  private int value(String text) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return min + named;
    }
    if (!text.matches("\\d{1,4}")) {
      throw unreadable(text);
    }
    int value = Integer.parseInt(text);
    if (value < min || value > max) {
      throw unreadable(text);
    }
    return value;
  }

  private IllegalArgumentException unreadable(String item) {
    return new IllegalArgumentException(
        "'%s' in a cron expression: here are *, values from %d to %d, ranges and steps allowed"
            .formatted(item, min, max));
  }

  boolean contains(int value) {
    return values.get(value);
  }

  /** The least allowed value from that one on; negative when there is none. */
  int next(int from) {
    return values.nextSetBit(from);
  }
}

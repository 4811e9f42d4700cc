package dev.thaw.engine.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One constraint on one member, which a dotted path such as {@code Environment.Variables} names;
 * {@code Records.member.Data} names that of each element of a list.
 */
public final class Constraint {
  private static final String MEMBER = "member";

  private final List<String> names;
  private final Predicate<Optional<Object>> holds;
  private final String demand;

  private Constraint(String path, Predicate<Optional<Object>> holds, String demand) {
    this.names = List.of(path.split("\\.", -1));
    this.holds = holds;
    this.demand = demand;
  }

  public static Constraint required(String path) {
    return new Constraint(path, Optional::isPresent, "Member must not be null");
  }

  public static Constraint atLeast(String path, long minimum) {
    return ifSet(
        path,
        value -> ((Number) value).longValue() >= minimum,
        "Member must have value greater than or equal to " + minimum);
  }

  public static Constraint atMost(String path, long maximum) {
    return ifSet(
        path,
        value -> ((Number) value).longValue() <= maximum,
        "Member must have value less than or equal to " + maximum);
  }

  /** At least that many characters, or elements of a list. */
  public static Constraint shortest(String path, int minimum) {
    return ifSet(
        path,
        value -> size(value) >= minimum,
        "Member must have length greater than or equal to " + minimum);
  }

  /** At most that many characters, or elements of a list. */
  public static Constraint longest(String path, int maximum) {
    return ifSet(
        path,
        value -> size(value) <= maximum,
        "Member must have length less than or equal to " + maximum);
  }

  public static Constraint pattern(String path, String regex) {
    var pattern = Pattern.compile(regex);
    return ifSet(
        path,
        value -> pattern.matcher((String) value).matches(),
        "Member must satisfy regular expression pattern: " + regex);
  }

  public static Constraint oneOf(String path, List<String> values) {
    return ifSet(path, values::contains, "Member must satisfy enum value set: " + values);
  }

  public static Constraint eachOneOf(String path, List<String> values) {
    return ifSet(
        path,
        list -> values.containsAll((Collection<?>) list),
        "Member must satisfy constraint: [Member must satisfy enum value set: "
            + values
            + ", Member must not be null]");
  }

  /** A map whose numbers are all in that range. */
  public static Constraint eachValueBetween(String path, double minimum, double maximum) {
    return ifSet(
        path,
        map ->
            ((Map<?, ?>) map)
                .values().stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .allMatch(value -> value >= minimum && value <= maximum),
        "Map value must satisfy constraint: [Member must have value less than or equal to "
            + maximum
            + ", Member must have value greater than or equal to "
            + minimum
            + ", Member must not be null]");
  }

  /** A map whose keys all have that pattern and at most that many characters. */
  public static Constraint eachKey(String path, int longest, String regex) {
    var pattern = Pattern.compile(regex);
    return ifSet(
        path,
        map ->
            ((Map<?, ?>) map)
                .keySet().stream()
                    .map(Object::toString)
                    .allMatch(key -> key.length() <= longest && pattern.matcher(key).matches()),
        "Map keys must satisfy constraint: [Member must have length less than or equal to "
            + longest
            + ", Member must have length greater than or equal to 1, Member must satisfy regular"
            + " expression pattern: "
            + regex
            + "]");
  }

  private static Constraint ifSet(String path, Predicate<Object> holds, String demand) {
    return new Constraint(path, value -> value.stream().allMatch(holds), demand);
  }

  private static int size(Object value) {
    if (value instanceof SdkBytes bytes) {
      return bytes.asByteArrayUnsafe().length;
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    return value instanceof Collection<?> list ? list.size() : ((String) value).length();
  }

  /** What is wrong, once for each place where it is. */
  Stream<String> violations(SdkPojo request) {
    return violations(request, 0, "");
  }

  private Stream<String> violations(@Nullable Object value, int step, String spelled) {
    if (step == names.size()) {
      return violation(Optional.ofNullable(value), spelled);
    }
    var name = names.get(step);
    if (value instanceof List<?> list && name.equals(MEMBER)) {
      return IntStream.range(0, list.size())
          .boxed()
          .flatMap(i -> violations(list.get(i), step + 1, spelled + "." + (i + 1) + "." + MEMBER));
    }
    if (name.equals(MEMBER)) {
      return Stream.empty();
    }
    var at = spelled.isEmpty() ? spelling(name) : spelled + "." + spelling(name);
    var inner =
        value instanceof SdkPojo shape
            ? Shapes.member(shape, name).flatMap(field -> Shapes.value(shape, field)).orElse(null)
            : null;
    return violations(inner, step + 1, at);
  }

  private Stream<String> violation(Optional<Object> value, String spelled) {
    return holds.test(value)
        ? Stream.empty()
        : Stream.of(
            "Value %s at '%s' failed to satisfy constraint: %s"
                .formatted(value.map(Constraint::shown).orElse("null"), spelled, demand));
  }

  /** AWS shows blobs by the buffer they are in. */
  private static String shown(Object value) {
    return value instanceof SdkBytes
        ? "'java.nio.HeapByteBuffer[pos=0 lim=%1$d cap=%1$d]'".formatted(size(value))
        : "'" + value + "'";
  }

  /** As AWS spells it: {@code environment}. */
  private static String spelling(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}

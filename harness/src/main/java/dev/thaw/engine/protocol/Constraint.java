package dev.thaw.engine.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One constraint on one member, which a dotted path such as {@code Environment.Variables} names.
 */
public final class Constraint {
  private final String path;
  private final Predicate<Optional<Object>> holds;
  private final String demand;

  private Constraint(String path, Predicate<Optional<Object>> holds, String demand) {
    this.path = path;
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

  /** A list of which each is one of the values, where AWS tells other ones in its message. */
  public static Constraint eachOneOf(String path, Set<String> values, List<String> told) {
    return ifSet(
        path,
        list -> values.containsAll((Collection<?>) list),
        "Member must satisfy enum value set: " + told);
  }

  public static Constraint eachOneOf(String path, List<String> values) {
    return ifSet(
        path,
        list -> values.containsAll((Collection<?>) list),
        "Member must satisfy constraint: [Member must satisfy enum value set: "
            + values
            + ", Member must not be null]");
  }

  /** A list whose texts all have that pattern and at most that many characters. */
  public static Constraint eachPattern(String path, int longest, String regex) {
    var pattern = Pattern.compile(regex);
    return ifSet(
        path,
        list ->
            ((Collection<?>) list)
                .stream()
                    .map(Object::toString)
                    .allMatch(text -> text.length() <= longest && pattern.matcher(text).matches()),
        "Member must satisfy constraint: [Member must have length less than or equal to "
            + longest
            + ", Member must have length greater than or equal to 1, Member must satisfy regular"
            + " expression pattern: "
            + regex
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
    return value instanceof Collection<?> list ? list.size() : ((String) value).length();
  }

  Optional<String> violation(SdkPojo request) {
    var value = find(request);
    return holds.test(value)
        ? Optional.empty()
        : Optional.of(
            "Value %s at '%s' failed to satisfy constraint: %s"
                .formatted(value.map(set -> "'" + set + "'").orElse("null"), spelled(), demand));
  }

  private Optional<Object> find(SdkPojo request) {
    Optional<Object> found = Optional.of(request);
    for (var name : path.split("\\.", -1)) {
      found =
          found
              .filter(SdkPojo.class::isInstance)
              .map(SdkPojo.class::cast)
              .flatMap(shape -> Shapes.member(shape, name).flatMap(f -> Shapes.value(shape, f)));
    }
    return found;
  }

  /** As AWS spells it: {@code environment.variables}. */
  private String spelled() {
    return List.of(path.split("\\.", -1)).stream()
        .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
        .collect(Collectors.joining("."));
  }
}

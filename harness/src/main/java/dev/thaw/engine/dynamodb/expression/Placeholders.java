package dev.thaw.engine.dynamodb.expression;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.Value;
import dev.thaw.engine.dynamodb.item.ValueReader;
import dev.thaw.engine.protocol.AwsException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the {@code #names} and {@code :values} of a request's expressions stand for; each must be
 * used by one of them.
 */
final class Placeholders {
  private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
  private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

  private final Map<String, String> names;
  private final Map<String, Value> values;
  private final Set<String> unusedNames;
  private final Set<String> unusedValues;

  private Placeholders(Map<String, String> names, Map<String, Value> values) {
    this.names = names;
    this.values = values;
    this.unusedNames = new HashSet<>(names.keySet());
    this.unusedValues = new HashSet<>(values.keySet());
  }

  static Placeholders of(Map<String, String> names, Map<String, AttributeValue> values) {
    checkKeys("ExpressionAttributeNames", names, NAME);
    checkKeys("ExpressionAttributeValues", values, VALUE);
    var read = new HashMap<String, Value>();
    values.forEach((key, value) -> read.put(key, value(key, value)));
    return new Placeholders(names, read);
  }

  private static Value value(String key, AttributeValue value) {
    try {
      return ValueReader.read(value);
    } catch (AwsException e) {
      throw invalid(
          "ExpressionAttributeValues contains invalid value: %s for key %s"
              .formatted(e.message(), key));
    }
  }

  private static void checkKeys(String parameter, Map<String, ?> map, Pattern pattern) {
    for (var key : map.keySet()) {
      if (!pattern.matcher(key).matches()) {
        throw invalid(
            "%s contains invalid key: Syntax error; key: \"%s\"".formatted(parameter, key));
      }
    }
  }

  String name(ExpressionKind kind, String placeholder) {
    var name = names.get(placeholder);
    if (name == null) {
      throw kind.invalid(
          "An expression attribute name used in the document path is not defined; attribute name: "
              + placeholder);
    }
    unusedNames.remove(placeholder);
    return name;
  }

  Value value(ExpressionKind kind, String placeholder) {
    var value = values.get(placeholder);
    if (value == null) {
      throw kind.invalid(
          "An expression attribute value used in expression is not defined; attribute value: "
              + placeholder);
    }
    unusedValues.remove(placeholder);
    return value;
  }

  void checkAllUsed() {
    checkNoneUnused("Names", unusedNames);
    checkNoneUnused("Values", unusedValues);
  }

  private static void checkNoneUnused(String what, Set<String> unused) {
    if (!unused.isEmpty()) {
      throw invalid(
          "Value provided in ExpressionAttribute%s unused in expressions: keys: %s"
              .formatted(
                  what, unused.stream().sorted().collect(Collectors.joining(", ", "{", "}"))));
    }
  }
}

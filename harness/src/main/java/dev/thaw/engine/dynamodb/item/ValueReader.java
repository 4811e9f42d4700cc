package dev.thaw.engine.dynamodb.item;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.wrongValue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks attribute values as requests bring them, in AWS's words, and makes them normal. */
public final class ValueReader {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int DEEPEST = 32;

  private ValueReader() {}

  public static Map<String, Value> read(Map<String, AttributeValue> shapes) {
    return read(shapes, 0);
  }

  public static Value read(AttributeValue shape) {
    return read(shape, 0);
  }

  private static Map<String, Value> read(Map<String, AttributeValue> shapes, int depth) {
    var values = new LinkedHashMap<String, Value>();
    for (var entry : shapes.entrySet()) {
      values.put(entry.getKey(), read(entry.getValue(), depth));
    }
    return values;
  }

  private static Value read(AttributeValue shape, int depth) {
    if (depth > DEEPEST) {
      throw invalid(
          "Nesting Levels have exceeded supported limits: Attributes can have at most 32 levels of"
              + " nesting");
    }
    // The SDK knows a union that has several members by none.
    AttributeValue.Type type = shape.type();
    if (type == null) {
      throw invalid(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
              + " supported datatypes");
    }
    return switch (type) {
      case S -> new Value.Text(shape.s());
      case N -> new Value.Numeric(Numbers.parse(shape.n()));
      case B -> new Value.Binary(shape.b());
      case BOOL -> new Value.Bool(shape.bool());
      case NUL -> nothing(shape);
      case SS -> texts(shape.ss());
      case NS -> numbers(shape.ns());
      case BS ->
          new Value.BinarySet(
              distinct(
                  shape.bs(), "Binary sets should not be empty", () -> shape.bs() + "of type BS"));
      case L -> new Value.ListOf(shape.l().stream().map(each -> read(each, depth + 1)).toList());
      case M -> new Value.MapOf(read(shape.m(), depth + 1));
      default ->
          throw invalid(
              "Supplied AttributeValue is empty, must contain exactly one of the supported"
                  + " datatypes");
    };
  }

  private static Value nothing(AttributeValue shape) {
    if (!shape.nul()) {
      throw wrongValue("Null attribute value types must have the value of true");
    }
    return new Value.Null();
  }

  private static Value texts(List<String> texts) {
    return new Value.TextSet(distinct(texts, "An string set  may not be empty", texts::toString));
  }

  private static Value numbers(List<String> texts) {
    if (texts.isEmpty()) {
      throw wrongValue("An number set  may not be empty");
    }
    var numbers = new HashSet<BigDecimal>();
    for (var text : texts) {
      if (!numbers.add(Numbers.parse(text))) {
        throw invalid("Input collection contains duplicates");
      }
    }
    return new Value.NumericSet(numbers);
  }

  private static <T> Set<T> distinct(Collection<T> elements, String empty, Supplier<String> all) {
    if (elements.isEmpty()) {
      throw wrongValue(empty);
    }
    var set = Set.copyOf(elements);
    if (set.size() < elements.size()) {
      throw wrongValue("Input collection " + all.get() + " contains duplicates.");
    }
    return set;
  }
}

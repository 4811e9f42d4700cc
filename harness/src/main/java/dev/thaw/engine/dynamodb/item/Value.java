package dev.thaw.engine.dynamodb.item;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An attribute's value in its normal form, immutable: numbers without needless zeros, sets equal
 * whatever their order.
 */
public sealed interface Value {
  AttributeType type();

  /**
   * What it counts for an item's size:
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html.
   */
  int bytes();

  /** As it goes over the wire. */
  AttributeValue shape();

  static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return length;
  }

  /** In their own order, for they have no other. */
  private static <T> Set<T> sorted(Stream<T> elements, Comparator<T> order) {
    return elements
        .sorted(order)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }

  /** {@code S}. */
  record Text(String text) implements Value {
    @Override
    public AttributeType type() {
      return AttributeType.S;
    }

    @Override
    public int bytes() {
      return utf8Length(text);
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().s(text).build();
    }
  }

  /** {@code N}. */
  record Numeric(BigDecimal number) implements Value {
    public Numeric {
      number = Numbers.normal(number);
    }

    @Override
    public AttributeType type() {
      return AttributeType.N;
    }

    @Override
    public int bytes() {
      return Numbers.bytes(number);
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().n(number.toPlainString()).build();
    }
  }

  /** {@code B}. */
  record Binary(SdkBytes content) implements Value {
    @Override
    public AttributeType type() {
      return AttributeType.B;
    }

    @Override
    public int bytes() {
      return content.asByteArrayUnsafe().length;
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().b(content).build();
    }
  }

  /** {@code SS}. */
  record TextSet(Set<String> texts) implements Value {
    public TextSet {
      texts = sorted(texts.stream(), Comparator.naturalOrder());
    }

    @Override
    public AttributeType type() {
      return AttributeType.SS;
    }

    @Override
    public int bytes() {
      return texts.stream().mapToInt(Value::utf8Length).sum();
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().ss(texts).build();
    }
  }

  /** {@code NS}. */
  record NumericSet(Set<BigDecimal> numbers) implements Value {
    public NumericSet {
      numbers = sorted(numbers.stream().map(Numbers::normal), Comparator.naturalOrder());
    }

    @Override
    public AttributeType type() {
      return AttributeType.NS;
    }

    @Override
    public int bytes() {
      return numbers.stream().mapToInt(Numbers::bytes).sum();
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder()
          .ns(numbers.stream().map(BigDecimal::toPlainString).toList())
          .build();
    }
  }

  /** {@code BS}. */
  record BinarySet(Set<SdkBytes> contents) implements Value {
    public BinarySet {
      contents =
          sorted(
              contents.stream(),
              Comparator.comparing(SdkBytes::asByteArrayUnsafe, Arrays::compareUnsigned));
    }

    @Override
    public AttributeType type() {
      return AttributeType.BS;
    }

    @Override
    public int bytes() {
      return contents.stream().mapToInt(content -> content.asByteArrayUnsafe().length).sum();
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().bs(contents).build();
    }
  }

  /** {@code L}. */
  record ListOf(List<Value> elements) implements Value {
    private static final int OVERHEAD = 3;

    public ListOf {
      elements = List.copyOf(elements);
    }

    @Override
    public AttributeType type() {
      return AttributeType.L;
    }

    @Override
    public int bytes() {
      return OVERHEAD + elements.stream().mapToInt(element -> element.bytes() + 1).sum();
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().l(elements.stream().map(Value::shape).toList()).build();
    }
  }

  /** {@code M}. */
  record MapOf(Map<String, Value> entries) implements Value {
    private static final int OVERHEAD = 3;

    public MapOf {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public AttributeType type() {
      return AttributeType.M;
    }

    @Override
    public int bytes() {
      return OVERHEAD
          + entries.entrySet().stream()
              .mapToInt(entry -> utf8Length(entry.getKey()) + entry.getValue().bytes() + 1)
              .sum();
    }

    @Override
    public AttributeValue shape() {
      var shapes = new LinkedHashMap<String, AttributeValue>();
      entries.forEach((name, value) -> shapes.put(name, value.shape()));
      return AttributeValue.builder().m(shapes).build();
    }
  }

  /** {@code BOOL}. */
  record Bool(boolean isTrue) implements Value {
    @Override
    public AttributeType type() {
      return AttributeType.BOOL;
    }

    @Override
    public int bytes() {
      return 1;
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().bool(isTrue).build();
    }
  }

  /** {@code NULL}. */
  record Null() implements Value {
    @Override
    public AttributeType type() {
      return AttributeType.NULL;
    }

    @Override
    public int bytes() {
      return 1;
    }

    @Override
    public AttributeValue shape() {
      return AttributeValue.builder().nul(true).build();
    }
  }
}

package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** What conditions compare: values of the request and of the item. */
sealed interface Operand {
  /** Its value with that item, if it has one. */
  Optional<Value> in(Item item);

  /** Its type, where that is known without an item. */
  default Optional<AttributeType> type() {
    return Optional.empty();
  }

  record At(Path path) implements Operand {
    @Override
    public Optional<Value> in(Item item) {
      return path.in(item);
    }
  }

  /** Stands for a value that the request lacks, until that is told. */
  record Unknown() implements Operand {
    @Override
    public Optional<Value> in(Item item) {
      return Optional.of(new Value.Null());
    }
  }

  record Constant(Value value) implements Operand {
    @Override
    public Optional<Value> in(Item item) {
      return Optional.of(value);
    }

    @Override
    public Optional<AttributeType> type() {
      return Optional.of(value.type());
    }
  }

  /** {@code size(path)}: of texts in characters of UTF-8, of collections in elements. */
  record Size(Operand of) implements Operand {
    @Override
    public Optional<Value> in(Item item) {
      return of.in(item)
          .flatMap(Size::measure)
          .map(size -> new Value.Numeric(BigDecimal.valueOf(size)));
    }

    private static Optional<Integer> measure(Value value) {
      if (value instanceof Value.Text || value instanceof Value.Binary) {
        return Optional.of(value.bytes());
      }
      if (value instanceof Value.TextSet set) {
        return Optional.of(set.texts().size());
      }
      if (value instanceof Value.NumericSet set) {
        return Optional.of(set.numbers().size());
      }
      if (value instanceof Value.BinarySet set) {
        return Optional.of(set.contents().size());
      }
      if (value instanceof Value.ListOf list) {
        return Optional.of(list.elements().size());
      }
      return value instanceof Value.MapOf map
          ? Optional.of(map.entries().size())
          : Optional.empty();
    }

    @Override
    public Optional<AttributeType> type() {
      return Optional.of(AttributeType.N);
    }
  }
}

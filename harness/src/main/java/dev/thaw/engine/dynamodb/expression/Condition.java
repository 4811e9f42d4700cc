package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a condition, filter or key condition expression says.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html">
 *     Condition expressions</a>
 */
public sealed interface Condition {
  Condition ALWAYS = new Always();

  boolean holds(Item item);

  /** What is no condition. */
  record Always() implements Condition {
    @Override
    public boolean holds(Item item) {
      return true;
    }
  }

  /** {@code left AND right}. */
  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Item item) {
      return left.holds(item) && right.holds(item);
    }
  }

  /** {@code left OR right}. */
  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Item item) {
      return left.holds(item) || right.holds(item);
    }
  }

  /** {@code NOT of}. */
  record Not(Condition of) implements Condition {
    @Override
    public boolean holds(Item item) {
      return !of.holds(item);
    }
  }

  /** {@code left < right}. */
  record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {
    @Override
    public boolean holds(Item item) {
      return comparator.holds(left.in(item), right.in(item));
    }
  }

  /** {@code value BETWEEN low AND high}. */
  record Between(Operand value, Operand low, Operand high) implements Condition {
    @Override
    public boolean holds(Item item) {
      var found = value.in(item);
      return Comparator.AT_LEAST.holds(found, low.in(item))
          && Comparator.AT_MOST.holds(found, high.in(item));
    }
  }

  /** {@code value IN (list)}. */
  record In(Operand value, List<Operand> list) implements Condition {
    @Override
    public boolean holds(Item item) {
      var found = value.in(item);
      return list.stream().anyMatch(each -> Comparator.EQUAL.holds(found, each.in(item)));
    }
  }

  /** {@code attribute_exists(path)}, or {@code attribute_not_exists(path)}. */
  record Exists(Path path, boolean isWanted) implements Condition {
    @Override
    public boolean holds(Item item) {
      return path.in(item).isPresent() == isWanted;
    }
  }

  /** {@code attribute_type(value, type)}. */
  record HasType(Operand value, AttributeType type) implements Condition {
    @Override
    public boolean holds(Item item) {
      return value.in(item).filter(found -> found.type() == type).isPresent();
    }
  }

  /** {@code begins_with(value, prefix)}. */
  record BeginsWith(Operand value, Operand prefix) implements Condition {
    @Override
    public boolean holds(Item item) {
      var begin = prefix.in(item);
      return value
              .in(item)
              .filter(found -> begin.stream().allMatch(b -> begins(found, b)))
              .isPresent()
          && begin.isPresent();
    }

    static boolean begins(Value value, Value prefix) {
      if (value instanceof Value.Text text && prefix instanceof Value.Text begin) {
        return text.text().startsWith(begin.text());
      }
      if (value instanceof Value.Binary binary && prefix instanceof Value.Binary begin) {
        var bytes = binary.content().asByteArrayUnsafe();
        var first = begin.content().asByteArrayUnsafe();
        return bytes.length >= first.length
            && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
      }
      return false;
    }
  }

  /** {@code contains(whole, part)}: a part of a text, or an element of a collection. */
  record Contains(Operand whole, Operand part) implements Condition {
    @Override
    public boolean holds(Item item) {
      Optional<Value> found = whole.in(item);
      Optional<Value> wanted = part.in(item);
      return found.isPresent()
          && wanted.isPresent()
          && contains(found.orElseThrow(), wanted.orElseThrow());
    }

    private static boolean contains(Value whole, Value part) {
      if (whole instanceof Value.ListOf list) {
        return list.elements().contains(part);
      }
      if (part instanceof Value.Text wanted) {
        return whole instanceof Value.Text text
            ? text.text().contains(wanted.text())
            : whole instanceof Value.TextSet set && set.texts().contains(wanted.text());
      }
      if (part instanceof Value.Binary wanted) {
        return contains(whole, wanted);
      }
      return whole instanceof Value.NumericSet set
          && part instanceof Value.Numeric wanted
          && set.numbers().contains(wanted.number());
    }

    private static boolean contains(Value whole, Value.Binary part) {
      return whole instanceof Value.Binary binary
          ? Bytes.contain(binary.content().asByteArrayUnsafe(), part.content().asByteArrayUnsafe())
          : whole instanceof Value.BinarySet set && set.contents().contains(part.content());
    }
  }
}

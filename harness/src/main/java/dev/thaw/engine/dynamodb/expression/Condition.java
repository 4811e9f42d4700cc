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

  record Always() implements Condition {
    @Override
    public boolean holds(Item item) {
      return true;
    }
  }

  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Item item) {
      return left.holds(item) && right.holds(item);
    }
  }

  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Item item) {
      return left.holds(item) || right.holds(item);
    }
  }

  record Not(Condition of) implements Condition {
    @Override
    public boolean holds(Item item) {
      return !of.holds(item);
    }
  }

  record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {
    @Override
    public boolean holds(Item item) {
      return comparator.holds(left.in(item), right.in(item));
    }
  }

  record Between(Operand value, Operand low, Operand high) implements Condition {
    @Override
    public boolean holds(Item item) {
      var found = value.in(item);
      return Comparator.AT_LEAST.holds(found, low.in(item))
          && Comparator.AT_MOST.holds(found, high.in(item));
    }
  }

  record In(Operand value, List<Operand> list) implements Condition {
    @Override
    public boolean holds(Item item) {
      var found = value.in(item);
      return list.stream().anyMatch(each -> Comparator.EQUAL.holds(found, each.in(item)));
    }
  }

  record Exists(Path path, boolean isWanted) implements Condition {
    @Override
    public boolean holds(Item item) {
      return path.in(item).isPresent() == isWanted;
    }
  }

  record HasType(Operand value, AttributeType type) implements Condition {
    @Override
    public boolean holds(Item item) {
      return value.in(item).filter(found -> found.type() == type).isPresent();
    }
  }

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
      if (whole instanceof Value.Text text && part instanceof Value.Text wanted) {
        return text.text().contains(wanted.text());
      }
      if (whole instanceof Value.Binary binary && part instanceof Value.Binary wanted) {
        return Bytes.contain(
            binary.content().asByteArrayUnsafe(), wanted.content().asByteArrayUnsafe());
      }
      if (whole instanceof Value.TextSet set && part instanceof Value.Text wanted) {
        return set.texts().contains(wanted.text());
      }
      if (whole instanceof Value.NumericSet set && part instanceof Value.Numeric wanted) {
        return set.numbers().contains(wanted.number());
      }
      if (whole instanceof Value.BinarySet set && part instanceof Value.Binary wanted) {
        return set.contents().contains(wanted.content());
      }
      return whole instanceof Value.ListOf list && list.elements().contains(part);
    }
  }
}

package dev.thaw.engine.dynamodb.expression;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.Numbers;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The four actions of update expressions. */
final class Actions {
  private Actions() {}

  private static RuntimeException wrongType() {
    return invalid("An operand in the update expression has an incorrect data type");
  }

  /** {@code SET path = value}. */
  record Assign(Path path, SetValue value) implements Update.Action {
    @Override
    public Optional<Value> after(Item before) {
      return Optional.of(value.of(before));
    }
  }

  /** {@code REMOVE path}. */
  record Remove(Path path) implements Update.Action {
    @Override
    public Optional<Value> after(Item before) {
      return Optional.empty();
    }

    @Override
    public boolean isRemoval() {
      return true;
    }
  }

  /** {@code ADD path value}: to a number, or to a set. */
  record Add(Path path, Value value) implements Update.Action {
    @Override
    public Optional<Value> after(Item before) {
      var old = path.in(before);
      if (old.isEmpty()) {
        return Optional.of(value);
      }
      var present = old.orElseThrow();
      if (present instanceof Value.Numeric one && value instanceof Value.Numeric other) {
        return Optional.of(new Value.Numeric(Numbers.checked(one.number().add(other.number()))));
      }
      return Optional.of(union(present));
    }

    private Value union(Value present) {
      if (present instanceof Value.TextSet one && value instanceof Value.TextSet other) {
        return new Value.TextSet(union(one.texts(), other.texts()));
      }
      if (present instanceof Value.NumericSet one && value instanceof Value.NumericSet other) {
        return new Value.NumericSet(union(one.numbers(), other.numbers()));
      }
      if (present instanceof Value.BinarySet one && value instanceof Value.BinarySet other) {
        return new Value.BinarySet(union(one.contents(), other.contents()));
      }
      throw wrongType();
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
      var union = new LinkedHashSet<>(one);
      union.addAll(other);
      return union;
    }
  }

  /** {@code DELETE path value}: elements from a set, which is gone when none is left. */
  record Delete(Path path, Value value) implements Update.Action {
    @Override
    public Optional<Value> after(Item before) {
      return path.in(before).flatMap(this::rest);
    }

    private Optional<Value> rest(Value present) {
      if (present.type() != value.type()) {
        throw wrongType();
      }
      if (present instanceof Value.TextSet one && value instanceof Value.TextSet other) {
        return some(rest(one.texts(), other.texts())).map(Value.TextSet::new);
      }
      if (present instanceof Value.NumericSet one && value instanceof Value.NumericSet other) {
        return some(rest(one.numbers(), other.numbers())).map(Value.NumericSet::new);
      }
      if (present instanceof Value.BinarySet one && value instanceof Value.BinarySet other) {
        return some(rest(one.contents(), other.contents())).map(Value.BinarySet::new);
      }
      throw wrongType();
    }

    private static <T> Set<T> rest(Set<T> one, Set<T> other) {
      var rest = new HashSet<>(one);
      rest.removeAll(other);
      return rest;
    }

    private static <T> Optional<Set<T>> some(Set<T> set) {
      return set.isEmpty() ? Optional.empty() : Optional.of(set);
    }
  }

  /** What stands behind the {@code =} of a {@code SET}. */
  sealed interface SetValue {
    Value of(Item item);

    /** Its type, where that is known without an item. */
    Optional<AttributeType> type();
  }

  record Plain(Operand operand) implements SetValue {
    @Override
    public Value of(Item item) {
      return operand
          .in(item)
          .orElseThrow(
              () ->
                  invalid(
                      "The provided expression refers to an attribute that does not exist in the"
                          + " item"));
    }

    @Override
    public Optional<AttributeType> type() {
      return operand.type();
    }
  }

  record IfNotExists(Path path, SetValue otherwise) implements SetValue {
    @Override
    public Value of(Item item) {
      return path.in(item).orElseGet(() -> otherwise.of(item));
    }

    @Override
    public Optional<AttributeType> type() {
      return Optional.empty();
    }
  }

  record Appended(SetValue first, SetValue second) implements SetValue {
    @Override
    public Value of(Item item) {
      if (first.of(item) instanceof Value.ListOf one
          && second.of(item) instanceof Value.ListOf other) {
        var both = new ArrayList<>(one.elements());
        both.addAll(other.elements());
        return new Value.ListOf(both);
      }
      throw wrongType();
    }

    @Override
    public Optional<AttributeType> type() {
      return Optional.of(AttributeType.L);
    }
  }

  record Sum(SetValue left, SetValue right, boolean isMinus) implements SetValue {
    @Override
    public Value of(Item item) {
      if (left.of(item) instanceof Value.Numeric one
          && right.of(item) instanceof Value.Numeric other) {
        return new Value.Numeric(
            Numbers.checked(
                isMinus
                    ? one.number().subtract(other.number())
                    : one.number().add(other.number())));
      }
      throw wrongType();
    }

    @Override
    public Optional<AttributeType> type() {
      return Optional.of(AttributeType.N);
    }
  }
}

package dev.thaw.engine.dynamodb.expression;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.wrongValue;

import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an update expression does to an item. All its values are those of the item before.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">
 *     Update expressions</a>
 */
public final class Update {
  public static final Update NOTHING = new Update(List.of(), List.of());

  private final List<Action> actions;
  private final List<Path> paths;

  Update(List<Action> actions, List<Path> paths) {
    this.actions = List.copyOf(actions);
    this.paths = List.copyOf(paths);
  }

  /** What becomes of a path; nothing is left of it if {@code after} gives none. */
  interface Action {
    Path path();

    Optional<Value> after(Item before);

    /** Removals of a list's elements must not move those that are still to be removed. */
    default boolean isRemoval() {
      return false;
    }
  }

  private record Effect(Path path, Optional<Value> after, boolean isRemoval) {}

  /** Refuses to touch the key. */
  public void check(KeySchema schema) {
    for (var path : paths) {
      if (schema.contains(path.attribute())) {
        throw wrongValue(
            "Cannot update attribute %s. This attribute is part of the key"
                .formatted(path.attribute()));
      }
    }
  }

  /** The item that becomes of this one. */
  public Item of(Item before) {
    var effects = new ArrayList<Effect>();
    for (var action : actions) {
      effects.add(new Effect(action.path(), action.after(before), action.isRemoval()));
    }
    // What goes into a list at its end goes there in order; what leaves it, from the end on.
    effects.sort(
        Comparator.comparing(Effect::isRemoval)
            .thenComparing(effect -> effect.isRemoval() ? -lastIndex(effect) : lastIndex(effect)));
    var item = before;
    for (var effect : effects) {
      item = Change.apply(item, effect.path(), effect.after());
    }
    return item;
  }

  private static int lastIndex(Effect effect) {
    var steps = effect.path().steps();
    return steps.get(steps.size() - 1) instanceof Step.Index index ? index.index() : 0;
  }

  /** The parts of an item that the expression names. */
  public Item touched(Item item) {
    return Projection.of(paths).of(item);
  }
}

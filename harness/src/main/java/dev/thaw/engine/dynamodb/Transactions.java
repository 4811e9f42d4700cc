package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.protocol.AwsException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * All or nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     Transactions</a>
 */
final class Transactions {
  private static final int MOST = 100;

  private Transactions() {}

  static void checkSize(String member, Collection<?> items) {
    if (items.isEmpty() || items.size() > MOST) {
      throw invalid(
          "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must"
                  .formatted(items, member)
              + (items.isEmpty()
                  ? " have length greater than or equal to 1"
                  : " have length less than or equal to " + MOST));
    }
  }

  /** Runs it while nobody else sees or changes the tables. */
  static <T> T alone(Collection<Table> tables, Supplier<T> work) {
    // Whoever needs several tables takes them in the same order.
    var ordered =
        new HashSet<>(tables)
            .stream().sorted(Comparator.comparing(table -> table.arn().toString())).toList();
    return alone(ordered, 0, work);
  }

  private static <T> T alone(List<Table> tables, int from, Supplier<T> work) {
    return from == tables.size()
        ? work.get()
        : tables.get(from).alone(() -> alone(tables, from + 1, work));
  }

  static AwsException notDistinct() {
    return invalid("Transaction request cannot include multiple operations on one item");
  }
}

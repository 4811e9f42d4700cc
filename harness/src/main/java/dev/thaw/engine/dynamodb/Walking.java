package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.expression.Projection;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.ValueReader;
import dev.thaw.engine.dynamodb.table.Page;
import dev.thaw.engine.protocol.AwsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** What queries and scans have in common. */
final class Walking {
  private Walking() {}

  static int limit(@Nullable Integer limit) {
    return limit == null ? Integer.MAX_VALUE : limit;
  }

  static Optional<ItemKey> after(KeySchema schema, Map<String, AttributeValue> startKey) {
    if (startKey.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(schema.read(ValueReader.read(startKey)));
    } catch (AwsException e) {
      throw invalid("The provided starting key is invalid: " + e.message());
    }
  }

  /** Whether only the number of items is asked for. */
  static boolean isCount(@Nullable Select select, @Nullable String projection) {
    if (select == Select.ALL_PROJECTED_ATTRIBUTES) {
      throw invalid(
          "One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used only when"
              + " Querying using an IndexName");
    }
    if (select == Select.SPECIFIC_ATTRIBUTES && projection == null) {
      throw invalid(
          "One or more parameter values were invalid: Must specify the AttributesToGet or"
              + " ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
    }
    if (projection != null && (select == Select.COUNT || select == Select.ALL_ATTRIBUTES)) {
      throw invalid(
          "Cannot specify the ProjectionExpression when choosing to get "
              + (select == Select.COUNT ? "only the Count" : "ALL_ATTRIBUTES"));
    }
    return select == Select.COUNT;
  }

  static List<Map<String, AttributeValue>> shapes(Page page, Optional<Projection> projection) {
    return page.items().stream()
        .map(item -> projection.map(wanted -> wanted.of(item)).orElse(item))
        .map(Item::shape)
        .toList();
  }
}

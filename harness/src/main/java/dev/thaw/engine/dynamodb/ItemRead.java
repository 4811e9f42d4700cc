package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.expression.ExpressionKind.PROJECTION;

import dev.thaw.engine.dynamodb.expression.Expressions;
import dev.thaw.engine.dynamodb.expression.Expressions.Attributes;
import dev.thaw.engine.dynamodb.expression.Expressions.Parameter;
import dev.thaw.engine.dynamodb.expression.Projection;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.item.ValueReader;
import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** A read of one item whose request has been read and checked. */
record ItemRead(Table table, ItemKey key, boolean isConsistent, Optional<Projection> projection) {
  static ItemRead of(Tables tables, Call call, GetItemRequest request) {
    Legacy.refuse(request, "AttributesToGet");
    var text = request.projectionExpression();
    var expressions =
        Expressions.of(
            new Attributes(
                request.hasExpressionAttributeNames(),
                request.expressionAttributeNames(),
                false,
                Map.of()),
            new Parameter(PROJECTION, text));
    var projection = expressions.projection(text);
    expressions.end();
    var key = ValueReader.read(request.key());
    var table = tables.inUse(call, request.tableName());
    return new ItemRead(
        table, table.schema().read(key), Boolean.TRUE.equals(request.consistentRead()), projection);
  }

  Optional<Item> item() {
    return table.get(key, isConsistent);
  }

  Item shown(Item item) {
    return projection.map(wanted -> wanted.of(item)).orElse(item);
  }

  double units(Optional<Item> item) {
    return CapacityUnits.read(item.map(Item::bytes).orElse(0), isConsistent);
  }
}

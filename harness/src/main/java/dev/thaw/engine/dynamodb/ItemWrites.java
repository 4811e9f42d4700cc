package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.expression.ExpressionKind.CONDITION;
import static dev.thaw.engine.dynamodb.expression.ExpressionKind.UPDATE;

import dev.thaw.engine.dynamodb.expression.Condition;
import dev.thaw.engine.dynamodb.expression.Expressions;
import dev.thaw.engine.dynamodb.expression.Expressions.Attributes;
import dev.thaw.engine.dynamodb.expression.Expressions.Parameter;
import dev.thaw.engine.dynamodb.expression.Update;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ValueReader;
import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Reads and checks the requests that write one item. */
record ItemWrites(Tables tables) {
  /** An update, and the write that does it. */
  record Updating(ItemWrite write, Update update) {}

  ItemWrite put(Call call, PutItemRequest request) {
    Legacy.refuse(request, "Expected", "ConditionalOperator");
    var attributes =
        new Attributes(
            request.hasExpressionAttributeNames(),
            request.expressionAttributeNames(),
            request.hasExpressionAttributeValues(),
            request.expressionAttributeValues());
    var item = Item.of(ValueReader.read(request.item()));
    var condition = condition(attributes, request.conditionExpression());
    ItemWrite.checked(item, "Item size has exceeded the maximum allowed size");
    var table = tables.inUse(call, request.tableName());
    var key = table.schema().keyOf(item.attributes());
    return new ItemWrite(
        table,
        key,
        condition,
        returnsItem(request.returnValuesOnConditionCheckFailure()),
        before -> Optional.of(item));
  }

  ItemWrite delete(Call call, DeleteItemRequest request) {
    Legacy.refuse(request, "Expected", "ConditionalOperator");
    return keep(call, request, before -> Optional.empty());
  }

  /** A write that is checked as a delete is and does something else. */
  ItemWrite keep(Call call, DeleteItemRequest request, Table.Edit edit) {
    var attributes =
        new Attributes(
            request.hasExpressionAttributeNames(),
            request.expressionAttributeNames(),
            request.hasExpressionAttributeValues(),
            request.expressionAttributeValues());
    var key = ValueReader.read(request.key());
    var condition = condition(attributes, request.conditionExpression());
    var table = tables.inUse(call, request.tableName());
    return new ItemWrite(
        table,
        table.schema().read(key),
        condition,
        returnsItem(request.returnValuesOnConditionCheckFailure()),
        edit);
  }

  private static Condition condition(Attributes attributes, @Nullable String text) {
    var expressions = Expressions.of(attributes, new Parameter(CONDITION, text));
    var condition = expressions.condition(CONDITION, text);
    expressions.end();
    return condition;
  }

  Updating update(Call call, UpdateItemRequest request) {
    Legacy.refuse(request, "AttributeUpdates", "Expected", "ConditionalOperator");
    var attributes =
        new Attributes(
            request.hasExpressionAttributeNames(),
            request.expressionAttributeNames(),
            request.hasExpressionAttributeValues(),
            request.expressionAttributeValues());
    var names = ValueReader.read(request.key());
    var expressions =
        Expressions.of(
            attributes,
            new Parameter(UPDATE, request.updateExpression()),
            new Parameter(CONDITION, request.conditionExpression()));
    var update = expressions.update(request.updateExpression());
    var condition = expressions.condition(CONDITION, request.conditionExpression());
    expressions.end();
    var table = tables.inUse(call, request.tableName());
    var key = table.schema().read(names);
    update.check(table.schema());
    var write =
        new ItemWrite(
            table,
            key,
            condition,
            returnsItem(request.returnValuesOnConditionCheckFailure()),
            before ->
                Optional.of(updated(update, before.orElseGet(() -> table.schema().item(key)))));
    return new Updating(write, update);
  }

  private static Item updated(Update update, Item before) {
    return ItemWrite.checked(
        update.of(before), "Item size to update has exceeded the maximum allowed size");
  }

  private static boolean returnsItem(@Nullable ReturnValuesOnConditionCheckFailure wanted) {
    return wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD;
  }
}

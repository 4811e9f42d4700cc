package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.expression.ExpressionKind.FILTER;
import static dev.thaw.engine.dynamodb.expression.ExpressionKind.KEY_CONDITION;
import static dev.thaw.engine.dynamodb.expression.ExpressionKind.PROJECTION;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.expression.Expressions;
import dev.thaw.engine.dynamodb.expression.Expressions.Attributes;
import dev.thaw.engine.dynamodb.expression.Expressions.Parameter;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.item.Value;
import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.dynamodb.table.Page;
import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.dynamodb.table.Walk;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html. */
record Query(Tables tables) implements Operation<QueryRequest, QueryResponse> {
  @Override
  public QueryResponse handle(Call call, QueryRequest request) {
    Legacy.refuse(
        request, "KeyConditions", "QueryFilter", "ConditionalOperator", "AttributesToGet");
    var table = tables.inUse(call, request.tableName());
    Scan.checkNoIndex(request.indexName());
    var expressions = expressions(request);
    var asked = expressions.keyCondition(keyCondition(request), table.schema());
    var filter = expressions.filter(request.filterExpression(), table.schema());
    var projection = expressions.projection(request.projectionExpression());
    expressions.end();
    var isCount = Walking.isCount(request.select(), request.projectionExpression());
    var walk =
        new Walk(
            Optional.of(asked.partition()),
            (key, item) -> asked.sort().holds(item),
            !Boolean.FALSE.equals(request.scanIndexForward()),
            after(table, request, asked.partition()),
            Walking.limit(request.limit()),
            filter);
    var page = table.page(walk, Boolean.TRUE.equals(request.consistentRead()));
    return answer(request, table, page, isCount ? List.of() : Walking.shapes(page, projection));
  }

  private static QueryResponse answer(
      QueryRequest request, Table table, Page page, List<Map<String, AttributeValue>> items) {
    var units = CapacityUnits.read(page.bytes(), Boolean.TRUE.equals(request.consistentRead()));
    var response =
        QueryResponse.builder()
            .count(page.items().size())
            .scannedCount(page.scanned())
            .consumedCapacity(
                Consumed.of(request.returnConsumedCapacity(), request.tableName(), units));
    if (request.select() != Select.COUNT) {
      response.items(items);
    }
    page.last().ifPresent(key -> response.lastEvaluatedKey(table.schema().item(key).shape()));
    return response.build();
  }

  private static String keyCondition(QueryRequest request) {
    return Optional.ofNullable(request.keyConditionExpression())
        .orElseThrow(
            () ->
                invalid(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified"
                        + " in the request."));
  }

  private static Expressions expressions(QueryRequest request) {
    return Expressions.of(
        new Attributes(
            request.hasExpressionAttributeNames(),
            request.expressionAttributeNames(),
            request.hasExpressionAttributeValues(),
            request.expressionAttributeValues()),
        new Parameter(FILTER, request.filterExpression()),
        new Parameter(KEY_CONDITION, request.keyConditionExpression()),
        new Parameter(PROJECTION, request.projectionExpression()));
  }

  private static Optional<ItemKey> after(Table table, QueryRequest request, Value partition) {
    var after = Walking.after(table.schema(), request.exclusiveStartKey());
    if (after.isPresent() && !after.orElseThrow().hash().equals(partition)) {
      throw invalid(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    return after;
  }
}

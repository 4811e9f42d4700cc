package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.expression.ExpressionKind.FILTER;
import static dev.thaw.engine.dynamodb.expression.ExpressionKind.PROJECTION;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.expression.Expressions;
import dev.thaw.engine.dynamodb.expression.Expressions.Attributes;
import dev.thaw.engine.dynamodb.expression.Expressions.Parameter;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.table.CapacityUnits;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.dynamodb.table.Walk;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html. */
record Scan(Tables tables) implements Operation<ScanRequest, ScanResponse> {
  @Override
  public ScanResponse handle(Call call, ScanRequest request) {
    Legacy.refuse(request, "ScanFilter", "ConditionalOperator", "AttributesToGet");
    var table = tables.inUse(call, request.tableName());
    checkNoIndex(request.indexName());
    var within = segment(request);
    var expressions = expressions(request);
    var filter = expressions.condition(FILTER, request.filterExpression());
    var projection = expressions.projection(request.projectionExpression());
    expressions.end();
    var isCount = Walking.isCount(request.select(), request.projectionExpression());
    var isConsistent = Boolean.TRUE.equals(request.consistentRead());
    var after = Walking.after(table.schema(), request.exclusiveStartKey());
    var limit = Walking.limit(request.limit());
    var page =
        table.page(new Walk(Optional.empty(), within, true, after, limit, filter), isConsistent);
    var response =
        ScanResponse.builder()
            .count(page.items().size())
            .scannedCount(page.scanned())
            .consumedCapacity(
                Consumed.of(
                    request.returnConsumedCapacity(),
                    request.tableName(),
                    CapacityUnits.read(page.bytes(), isConsistent)));
    if (!isCount) {
      response.items(Walking.shapes(page, projection));
    }
    page.last().ifPresent(key -> response.lastEvaluatedKey(table.schema().item(key).shape()));
    return response.build();
  }

  static void checkNoIndex(@Nullable String index) {
    if (index != null) {
      throw invalid("The table does not have the specified index: " + index);
    }
  }

  private static Expressions expressions(ScanRequest request) {
    return Expressions.of(
        new Attributes(
            request.hasExpressionAttributeNames(),
            request.expressionAttributeNames(),
            request.hasExpressionAttributeValues(),
            request.expressionAttributeValues()),
        new Parameter(FILTER, request.filterExpression()),
        new Parameter(PROJECTION, request.projectionExpression()));
  }

  private static BiPredicate<ItemKey, Item> segment(ScanRequest request) {
    var segments = request.totalSegments();
    var segment = request.segment();
    if (segments == null && segment == null) {
      return (key, item) -> true;
    }
    if (segments == null) {
      throw invalid(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (segment == null) {
      throw invalid(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment >= segments) {
      throw invalid(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: %d is not less than TotalSegments: %d".formatted(segment, segments));
    }
    return (key, item) -> key.segment(segments) == segment;
  }
}

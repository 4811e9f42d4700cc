package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.dynamodb.stream.DescribeStream;
import dev.thaw.engine.dynamodb.stream.GetRecords;
import dev.thaw.engine.dynamodb.stream.GetShardIterator;
import dev.thaw.engine.dynamodb.stream.ListStreams;
import dev.thaw.engine.dynamodb.stream.Streams;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.ActionTable;
import dev.thaw.engine.protocol.AwsJson;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Constraint;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.Service;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * The operations of DynamoDB and of DynamoDB Streams, which share a name to sign for:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations.html.
 */
public final class DynamoDbService {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
  private static final int MOST_BYTES = 16 << 20;
  private static final BodyLimit LIMIT =
      new BodyLimit(
          MOST_BYTES,
          CommonError.REQUEST_TOO_LARGE,
          "Request must be smaller than " + MOST_BYTES + " bytes");

  private static final Constraint TABLE = required("TableName");
  private static final Constraint RETURN_VALUES =
      oneOf("ReturnValues", List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"));
  private static final Constraint BILLING =
      oneOf("BillingMode", List.of("PROVISIONED", "PAY_PER_REQUEST"));
  private static final Constraint VIEW_TYPE =
      oneOf(
          "StreamSpecification.StreamViewType",
          List.of("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"));
  private static final Constraint CONSUMED =
      oneOf("ReturnConsumedCapacity", List.of("INDEXES", "TOTAL", "NONE"));
  private static final Constraint ON_FAILURE =
      oneOf("ReturnValuesOnConditionCheckFailure", List.of("ALL_OLD", "NONE"));

  private final Tables tables;
  private final Streams streams;
  private final ItemWrites writes;
  private final ResourceTags tags;

  private DynamoDbService(Tables tables, Streams streams) {
    this.tables = tables;
    this.streams = streams;
    this.writes = new ItemWrites(tables);
    this.tags = new ResourceTags(tables);
  }

  public static Service create(Tables tables, Streams streams, Executor workers) {
    var service = new DynamoDbService(tables, streams);
    var operations = ActionTable.byTarget();
    for (var binding : service.bindings()) {
      operations = operations.with(binding.limit(LIMIT));
    }
    return new AwsService(AwsJson.version10(), operations, workers);
  }

  private List<Binding> bindings() {
    return Stream.of(items(), manyItems(), tables(), tags(), streams())
        .flatMap(List::stream)
        .toList();
  }

  /** They take a few microseconds. */
  private List<Binding> items() {
    var key = Constraints.of(TABLE, required("Key"), RETURN_VALUES, CONSUMED, ON_FAILURE);
    return List.of(
        Binding.of("PutItem", PutItemRequest::builder, new PutItem(writes))
            .constraints(
                Constraints.of(TABLE, required("Item"), RETURN_VALUES, CONSUMED, ON_FAILURE))
            .quick(),
        Binding.of("GetItem", GetItemRequest::builder, new GetItem(tables))
            .constraints(Constraints.of(TABLE, required("Key"), CONSUMED))
            .quick(),
        Binding.of("UpdateItem", UpdateItemRequest::builder, new UpdateItem(writes))
            .constraints(key)
            .quick(),
        Binding.of("DeleteItem", DeleteItemRequest::builder, new DeleteItem(writes))
            .constraints(key)
            .quick());
  }

  private List<Binding> manyItems() {
    var requests = Constraints.of(required("RequestItems"), CONSUMED);
    var transaction = Constraints.of(required("TransactItems"), CONSUMED);
    var walk = Constraints.of(TABLE, atLeast("Limit", 1), CONSUMED);
    return List.of(
        Binding.of("BatchWriteItem", BatchWriteItemRequest::builder, new BatchWriteItem(writes))
            .constraints(requests),
        Binding.of("BatchGetItem", BatchGetItemRequest::builder, new BatchGetItem(tables))
            .constraints(requests),
        Binding.of("Query", QueryRequest::builder, new Query(tables)).constraints(walk),
        Binding.of("Scan", ScanRequest::builder, new Scan(tables))
            .constraints(
                Constraints.of(
                    TABLE,
                    atLeast("Limit", 1),
                    atLeast("Segment", 0),
                    atMost("Segment", 999_999),
                    atLeast("TotalSegments", 1),
                    atMost("TotalSegments", 1_000_000),
                    CONSUMED)),
        Binding.of(
                "TransactWriteItems",
                TransactWriteItemsRequest::builder,
                new TransactWriteItems(writes))
            .constraints(transaction),
        Binding.of(
                "TransactGetItems", TransactGetItemsRequest::builder, new TransactGetItems(tables))
            .constraints(transaction));
  }

  private List<Binding> tables() {
    var table = Constraints.of(TABLE);
    return List.of(
        Binding.of("CreateTable", CreateTableRequest::builder, new CreateTable(tables))
            .constraints(
                Constraints.of(
                    TABLE,
                    required("KeySchema"),
                    required("AttributeDefinitions"),
                    BILLING,
                    VIEW_TYPE)),
        Binding.of("DescribeTable", DescribeTableRequest::builder, new DescribeTable(tables))
            .constraints(table),
        Binding.of("UpdateTable", UpdateTableRequest::builder, new UpdateTable(tables))
            .constraints(Constraints.of(TABLE, BILLING, VIEW_TYPE)),
        Binding.of("DeleteTable", DeleteTableRequest::builder, new DeleteTable(tables))
            .constraints(table),
        Binding.of("ListTables", ListTablesRequest::builder, new ListTables(tables))
            .constraints(Constraints.of(atLeast("Limit", 1), atMost("Limit", 100))),
        Binding.of(
                "DescribeTimeToLive",
                DescribeTimeToLiveRequest::builder,
                new DescribeTimeToLive(tables))
            .constraints(table),
        Binding.of(
            "DescribeEndpoints", DescribeEndpointsRequest::builder, new DescribeEndpoints()));
  }

  private List<Binding> tags() {
    var resource = Constraints.of(required("ResourceArn"));
    return List.of(
        Binding.of("TagResource", TagResourceRequest::builder, tags::tag)
            .constraints(Constraints.of(required("ResourceArn"), required("Tags"))),
        Binding.of("UntagResource", UntagResourceRequest::builder, tags::untag)
            .constraints(Constraints.of(required("ResourceArn"), required("TagKeys"))),
        Binding.of("ListTagsOfResource", ListTagsOfResourceRequest::builder, tags::list)
            .constraints(resource));
  }

  private List<Binding> streams() {
    return List.of(
        Binding.of("ListStreams", ListStreamsRequest::builder, new ListStreams(streams))
            .constraints(Constraints.of(atLeast("Limit", 1), atMost("Limit", 100))),
        Binding.of("DescribeStream", DescribeStreamRequest::builder, new DescribeStream(streams))
            .constraints(Constraints.of(required("StreamArn"))),
        Binding.of(
                "GetShardIterator", GetShardIteratorRequest::builder, new GetShardIterator(streams))
            .constraints(
                Constraints.of(
                    required("StreamArn"),
                    required("ShardId"),
                    required("ShardIteratorType"),
                    oneOf(
                        "ShardIteratorType",
                        List.of(
                            "AFTER_SEQUENCE_NUMBER",
                            "LATEST",
                            "AT_SEQUENCE_NUMBER",
                            "TRIM_HORIZON")))),
        Binding.of("GetRecords", GetRecordsRequest::builder, new GetRecords(streams))
            .constraints(
                Constraints.of(
                    required("ShardIterator"), atLeast("Limit", 1), atMost("Limit", 1000))));
  }
}

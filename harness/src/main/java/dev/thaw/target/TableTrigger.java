package dev.thaw.target;

import dev.thaw.load.Route;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * A table whose stream is read for a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Using Lambda with
 *     Amazon DynamoDB</a>
 */
record TableTrigger(DynamoDbClient dynamo, Mapping mapping, String table) implements Trigger {
  private static final String KEY = "id";

  @Override
  public String name() {
    return "table " + table;
  }

  @Override
  public Route create() {
    dynamo.createTable(
        create ->
            create
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    List.of(
                        AttributeDefinition.builder()
                            .attributeName(KEY)
                            .attributeType(ScalarAttributeType.S)
                            .build()))
                .keySchema(
                    List.of(
                        KeySchemaElement.builder()
                            .attributeName(KEY)
                            .keyType(KeyType.HASH)
                            .build()))
                .streamSpecification(
                    stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
    mapping.await("the table " + table, () -> description().tableStatus() == TableStatus.ACTIVE);
    mapping.create(description().latestStreamArn());
    return new Route.DynamoDbPut(table);
  }

  private TableDescription description() {
    return dynamo.describeTable(describe -> describe.tableName(table)).table();
  }

  @Override
  public void remove() {
    try {
      mapping.remove(description().latestStreamArn());
      dynamo.deleteTable(delete -> delete.tableName(table));
    } catch (ResourceNotFoundException gone) {
      // As good as deleted.
    }
  }
}

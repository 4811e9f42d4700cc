package dev.thaw.target.conform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** A DynamoDB table with the key {@code id} and a stream, which a check writes. */
record Table(Stage stage, String name, String key, String streamArn) {
  static Table create(Stage stage) {
    return create(stage, "id", StreamViewType.NEW_IMAGE);
  }

  static Table create(Stage stage, String key, StreamViewType view) {
    var name = stage.name("table");
    var dynamo = stage.clients().dynamoDb();
    stage.atTheEnd(() -> dynamo.deleteTable(gone -> gone.tableName(name)));
    dynamo.createTable(
        create ->
            create
                .tableName(name)
                .keySchema(
                    KeySchemaElement.builder().attributeName(key).keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName(key)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(view)));
    var arn =
        stage.await(
            "active table",
            Duration.ofMinutes(2),
            () ->
                Optional.of(dynamo.describeTable(of -> of.tableName(name)).table())
                    .filter(now -> now.tableStatus() == TableStatus.ACTIVE)
                    .map(now -> now.latestStreamArn()));
    stage.mask().name(arn.substring(arn.lastIndexOf('/') + 1), "label");
    return new Table(stage, name, key, arn);
  }

  private DynamoDbClient dynamo() {
    return stage.clients().dynamoDb();
  }

  void put(String id) {
    put(id, Map.of());
  }

  void put(String id, Map<String, AttributeValue> more) {
    var item = new HashMap<>(more);
    item.put(key, AttributeValue.fromS(id));
    dynamo().putItem(put -> put.tableName(name).item(item));
  }

  void delete(String id) {
    dynamo().deleteItem(gone -> gone.tableName(name).key(Map.of(key, AttributeValue.fromS(id))));
  }
}

package dev.thaw.engine.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** Tables for tests, ready when they are returned. */
public final class TestTables {
  private static final BackoffStrategy POLL =
      BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5));
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private TestTables() {}

  /** A key {@code id}, a text, and if wanted a sort key {@code at}, a number. */
  public static void create(DynamoDbClient dynamo, String name, boolean isSorted) {
    dynamo.createTable(request(name, isSorted).build());
    awaitActive(dynamo, name);
  }

  /** The same without a sort key and with a stream; gives its ARN. */
  public static String createWithStream(
      DynamoDbClient dynamo, String name, StreamViewType viewType) {
    var table =
        dynamo
            .createTable(
                request(name, false)
                    .streamSpecification(s -> s.streamEnabled(true).streamViewType(viewType))
                    .build())
            .tableDescription();
    awaitActive(dynamo, name);
    return table.latestStreamArn();
  }

  static CreateTableRequest.Builder request(String name, boolean isSorted) {
    var id = AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.S);
    var at = AttributeDefinition.builder().attributeName("at").attributeType(ScalarAttributeType.N);
    var hash = KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build();
    var range = KeySchemaElement.builder().attributeName("at").keyType(KeyType.RANGE).build();
    var request =
        CreateTableRequest.builder().tableName(name).billingMode(BillingMode.PAY_PER_REQUEST);
    return isSorted
        ? request.attributeDefinitions(id.build(), at.build()).keySchema(hash, range)
        : request.attributeDefinitions(id.build()).keySchema(hash);
  }

  static void awaitActive(DynamoDbClient dynamo, String name) {
    try (var waiter =
        DynamoDbWaiter.builder()
            .client(dynamo)
            .overrideConfiguration(
                often -> often.backoffStrategyV2(POLL).maxAttempts(1000).waitTimeout(LIMIT))
            .build()) {
      waiter.waitUntilTableExists(describe -> describe.tableName(name));
    }
  }

  static AttributeDefinition attribute(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  static KeySchemaElement key(String name, String type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}

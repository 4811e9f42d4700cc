package dev.thaw.engine.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Tables: made, described, changed, listed and deleted. */
final class TablesIT {
  @TempDir static Path folder;
  private static EngineUnderTest engine;
  private static DynamoDbClient dynamo;

  @BeforeAll
  static void start() {
    engine = EngineUnderTest.start(folder);
    dynamo = engine.dynamoDb();
  }

  @AfterAll
  static void stop() {
    dynamo.close();
    engine.close();
  }

  private static void put(String table, String id) {
    dynamo.putItem(put -> put.tableName(table).item(Map.of("id", AttributeValue.fromS(id))));
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message));
  }

  /** As in localstack test_disabled_dynamodb_event_source_mapping, 2025-11-25. */
  @Test
  void aNewTableIsBeingCreatedAndThenActive() {
    var created =
        dynamo
            .createTable(
                TestTables.request("fresh", false)
                    .streamSpecification(
                        s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
                    .build())
            .tableDescription();
    TestTables.awaitActive(dynamo, "fresh");
    put("fresh", "a");
    var active = dynamo.describeTable(d -> d.tableName("fresh")).table();

    assertThat(created.tableStatus()).isEqualTo(TableStatus.CREATING);
    assertThat(created.tableArn()).isEqualTo("arn:aws:dynamodb:eu-west-1:111111111111:table/fresh");
    assertThat(created.itemCount()).isZero();
    assertThat(created.tableSizeBytes()).isZero();
    assertThat(created.deletionProtectionEnabled()).isFalse();
    assertThat(created.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(created.provisionedThroughput().readCapacityUnits()).isZero();
    assertThat(created.latestStreamArn())
        .isEqualTo(created.tableArn() + "/stream/" + created.latestStreamLabel());
    assertThat(active.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(active.itemCount()).isEqualTo(1);
    assertThat(active.tableSizeBytes()).isEqualTo(3);
  }

  @Test
  void aDeletedTableIsGone() {
    TestTables.create(dynamo, "deleted", false);
    var deleted = dynamo.deleteTable(d -> d.tableName("deleted")).tableDescription();

    assertThat(deleted.tableStatus()).isEqualTo(TableStatus.DELETING);
    assertRefused(() -> put("deleted", "a"), "Requested resource not found");
    dynamo.waiter().waitUntilTableNotExists(d -> d.tableName("deleted"));
    assertRefused(
        () -> dynamo.describeTable(d -> d.tableName("deleted")),
        "Requested resource not found: Table: deleted not found");
  }

  @Test
  void tablesAreListedByPagesForTheirAccountOnly() {
    for (var name : new String[] {"zz-1", "zz-2", "zz-3"}) {
      TestTables.create(dynamo, name, false);
    }
    var page = dynamo.listTables(list -> list.exclusiveStartTableName("zz").limit(2));
    var rest =
        dynamo.listTables(list -> list.exclusiveStartTableName(page.lastEvaluatedTableName()));

    assertThat(page.tableNames()).containsExactly("zz-1", "zz-2");
    assertThat(rest.tableNames()).containsExactly("zz-3");
    assertThat(rest.lastEvaluatedTableName()).isNull();
  }

  @Test
  void tablesThatExistAreInUse() {
    TestTables.create(dynamo, "twice", false);
    assertThatThrownBy(() -> dynamo.createTable(TestTables.request("twice", false).build()))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("Table already exists: twice");
  }

  @Test
  void protectedTablesAreNotDeleted() {
    dynamo.createTable(
        TestTables.request("protected", false).deletionProtectionEnabled(true).build());
    assertRefused(
        () -> dynamo.deleteTable(d -> d.tableName("protected")),
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion"
            + " protection first.");
  }

  @Test
  void provisionedTablesThrottleWhatGoesBeyondTheirBurst() {
    dynamo.createTable(
        TestTables.request("provisioned", false)
            .billingMode(BillingMode.PROVISIONED)
            .provisionedThroughput(p -> p.readCapacityUnits(1L).writeCapacityUnits(1L))
            .build());
    TestTables.awaitActive(dynamo, "provisioned");

    // 300 seconds' worth of one unit, and what is refilled meanwhile.
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                put("provisioned", "item " + i);
              }
            })
        .isInstanceOf(ProvisionedThroughputExceededException.class)
        .hasMessageContaining(
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                + " increasing your provisioning level with the UpdateTable API.");
    assertThat(dynamo.describeTable(d -> d.tableName("provisioned")).table().itemCount())
        .isGreaterThanOrEqualTo(300);
  }

  @Test
  void tagsAreKeptByKey() {
    TestTables.create(dynamo, "tagged", false);
    var arn = dynamo.describeTable(d -> d.tableName("tagged")).table().tableArn();
    dynamo.tagResource(t -> t.resourceArn(arn).tags(List.of(tag("a", "1"), tag("b", "2"))));
    dynamo.untagResource(u -> u.resourceArn(arn).tagKeys("a"));
    var tags = dynamo.listTagsOfResource(l -> l.resourceArn(arn)).tags();

    assertThat(tags).hasSize(1);
    assertThat(tags.get(0).key()).isEqualTo("b");
    assertThat(tags.get(0).value()).isEqualTo("2");
    assertThatThrownBy(() -> dynamo.listTagsOfResource(l -> l.resourceArn(arn + "x")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void whatATableLacksIsSaid() {
    TestTables.create(dynamo, "plain", false);

    assertThat(
            dynamo
                .describeTimeToLive(d -> d.tableName("plain"))
                .timeToLiveDescription()
                .timeToLiveStatus())
        .isEqualTo(TimeToLiveStatus.DISABLED);
    assertRefused(
        () ->
            dynamo.query(
                q ->
                    q.tableName("plain")
                        .indexName("by-date")
                        .keyConditionExpression("id = :a")
                        .expressionAttributeValues(Map.of(":a", AttributeValue.fromS("a")))),
        "The table does not have the specified index: by-date");
    assertRefused(
        () ->
            dynamo.updateTable(
                u -> u.tableName("plain").streamSpecification(s -> s.streamEnabled(false))),
        "Table has no stream to disable: TableName: plain");
  }

  @Test
  void wrongDefinitionsAreRefused() {
    assertCreateRefused(
        create -> create.keySchema(TestTables.key("id", "RANGE")),
        "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    assertCreateRefused(
        create -> create.keySchema(TestTables.key("other", "HASH")),
        "One or more parameter values were invalid: Some index key attributes are not defined in"
            + " AttributeDefinitions. Keys: [other], AttributeDefinitions: [id]");
    assertCreateRefused(
        create ->
            create.attributeDefinitions(
                TestTables.attribute("id", "S"), TestTables.attribute("b", "S")),
        "One or more parameter values were invalid: Number of attributes in KeySchema does not"
            + " exactly match number of attributes defined in AttributeDefinitions");
    assertCreateRefused(
        create -> create.attributeDefinitions(TestTables.attribute("id", "BOOL")),
        "1 validation error detected: Value 'BOOL' at 'attributeDefinitions.1.member.attributeType'"
            + " failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]");
  }

  @Test
  void wrongCapacityNamesAndIndexesAreRefused() {
    assertCreateRefused(
        create -> create.billingMode(BillingMode.PROVISIONED),
        "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must"
            + " both be specified when BillingMode is PROVISIONED");
    assertCreateRefused(
        create -> create.provisionedThroughput(p -> p.readCapacityUnits(1L).writeCapacityUnits(1L)),
        "One or more parameter values were invalid: Neither ReadCapacityUnits nor"
            + " WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
    assertCreateRefused(
        create -> create.tableName("a"),
        "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and"
            + " may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    assertCreateRefused(
        create ->
            create.globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName("by-date")
                    .keySchema(TestTables.key("id", "HASH"))
                    .projection(p -> p.projectionType("ALL"))
                    .build()),
        "The member GlobalSecondaryIndexes is not implemented by this engine");
  }

  private static void assertCreateRefused(
      Consumer<CreateTableRequest.Builder> details, String message) {
    var request = TestTables.request("wrong", false);
    details.accept(request);
    assertRefused(() -> dynamo.createTable(request.build()), message);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}

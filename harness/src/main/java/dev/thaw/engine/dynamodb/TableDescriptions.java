package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.stream.ChangeStream;
import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.TableSettings;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * Tables as they are described; as in localstack test_dynamodb_event_source_mapping, recorded
 * 2025-11-25.
 */
final class TableDescriptions {
  private TableDescriptions() {}

  static TableDescription of(Table table) {
    return of(table, table.lifecycle().status());
  }

  /** As the request that begins a change is answered, however soon the change is done. */
  static TableDescription of(Table table, TableStatus status) {
    var settings = table.settings();
    var description =
        TableDescription.builder()
            .attributeDefinitions(settings.definitions())
            .tableName(table.arn().name())
            .keySchema(settings.keys())
            .tableStatus(status)
            .creationDateTime(table.created())
            .provisionedThroughput(throughput(settings))
            .tableSizeBytes(table.bytes())
            .itemCount((long) table.count())
            .tableArn(table.arn().toString())
            .tableId(table.id())
            .deletionProtectionEnabled(settings.isDeletionProtected());
    if (settings.billing() == BillingMode.PAY_PER_REQUEST) {
      description.billingModeSummary(
          BillingModeSummary.builder()
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .lastUpdateToPayPerRequestDateTime(
                  status == TableStatus.CREATING ? null : table.created())
              .build());
    }
    table.stream().ifPresent(stream -> addStream(description, stream));
    return description.build();
  }

  private static void addStream(TableDescription.Builder description, ChangeStream stream) {
    description.latestStreamArn(stream.arn()).latestStreamLabel(stream.identity().label());
    if (stream.isOpen()) {
      description.streamSpecification(
          StreamSpecification.builder()
              .streamEnabled(true)
              .streamViewType(stream.identity().viewType())
              .build());
    }
  }

  private static ProvisionedThroughputDescription throughput(TableSettings settings) {
    return ProvisionedThroughputDescription.builder()
        .numberOfDecreasesToday(0L)
        .readCapacityUnits(settings.readUnits())
        .writeCapacityUnits(settings.writeUnits())
        .build();
  }
}

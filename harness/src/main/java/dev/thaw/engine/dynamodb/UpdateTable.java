package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.stream.ChangeStream;
import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Unsupported;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html. */
record UpdateTable(Tables tables) implements Operation<UpdateTableRequest, UpdateTableResponse> {
  @Override
  public UpdateTableResponse handle(Call call, UpdateTableRequest request) {
    Unsupported.refuse(
        request,
        "GlobalSecondaryIndexUpdates",
        "SSESpecification",
        "ReplicaUpdates",
        "MultiRegionConsistency",
        "GlobalTableWitnessUpdates",
        "WarmThroughput",
        "OnDemandThroughput");
    CreateTable.checkClass(request.tableClass());
    var table = tables.existing(call, request.tableName());
    DeleteTable.checkActive(table);
    var viewType = StreamSpecifications.viewType(request.streamSpecification());
    if (request.streamSpecification() != null) {
      checkStream(table, viewType);
    }
    changeSettings(table, request);
    if (request.streamSpecification() != null) {
      changeStream(table, viewType);
    }
    table.lifecycle().begin(TableStatus.UPDATING);
    return UpdateTableResponse.builder()
        .tableDescription(TableDescriptions.of(table, TableStatus.UPDATING))
        .build();
  }

  private static void changeSettings(Table table, UpdateTableRequest request) {
    var settings = table.settings();
    var units = request.provisionedThroughput();
    if (request.billingMode() != null || units != null) {
      var mode = Optional.ofNullable(request.billingMode()).orElse(settings.billing());
      var capacity = Capacities.read(mode, units);
      settings =
          settings.withBilling(capacity.billing(), capacity.readUnits(), capacity.writeUnits());
    } else if (request.streamSpecification() == null
        && request.deletionProtectionEnabled() == null
        && request.tableClass() == null) {
      throw invalid(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    if (request.deletionProtectionEnabled() != null) {
      settings = settings.withDeletionProtection(request.deletionProtectionEnabled());
    }
    table.settings(settings);
  }

  private static void checkStream(Table table, Optional<StreamViewType> wanted) {
    var isOpen = table.stream().filter(ChangeStream::isOpen).isPresent();
    if (wanted.isPresent() && isOpen) {
      throw invalid("Table already has an enabled stream: TableName: " + table.arn().name());
    }
    if (wanted.isEmpty() && !isOpen) {
      throw invalid("Table has no stream to disable: TableName: " + table.arn().name());
    }
  }

  private void changeStream(Table table, Optional<StreamViewType> wanted) {
    if (wanted.isPresent()) {
      tables.openStream(table, wanted.orElseThrow());
    } else {
      tables.closeStream(table);
    }
  }
}

package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.TableArn;
import dev.thaw.engine.dynamodb.table.TableSettings;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Unsupported;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html. */
record CreateTable(Tables tables) implements Operation<CreateTableRequest, CreateTableResponse> {
  @Override
  public CreateTableResponse handle(Call call, CreateTableRequest request) {
    checkSupported(request);
    var arn = TableArn.of(call.caller(), request.tableName());
    var schema = KeySchemas.read(request.keySchema(), request.attributeDefinitions());
    var capacity = Capacities.read(request.billingMode(), request.provisionedThroughput());
    var viewType = StreamSpecifications.viewType(request.streamSpecification());
    var settings =
        new TableSettings(
            request.attributeDefinitions(),
            request.keySchema(),
            capacity.billing(),
            capacity.readUnits(),
            capacity.writeUnits(),
            Boolean.TRUE.equals(request.deletionProtectionEnabled()),
            Tags.read(request.tags()));
    var table = tables.create(arn, schema, settings);
    viewType.ifPresent(type -> tables.openStream(table, type));
    return CreateTableResponse.builder()
        .tableDescription(TableDescriptions.of(table, TableStatus.CREATING))
        .build();
  }

  private static void checkSupported(CreateTableRequest request) {
    if ((request.hasGlobalSecondaryIndexes() && request.globalSecondaryIndexes().isEmpty())
        || (request.hasLocalSecondaryIndexes() && request.localSecondaryIndexes().isEmpty())) {
      throw invalid(
          "One or more parameter values were invalid: List of secondary indexes is empty");
    }
    Unsupported.refuse(
        request,
        "GlobalSecondaryIndexes",
        "LocalSecondaryIndexes",
        "SSESpecification",
        "WarmThroughput",
        "OnDemandThroughput",
        "ResourcePolicy");
    checkClass(request.tableClass());
  }

  static void checkClass(@Nullable TableClass wanted) {
    Optional.ofNullable(wanted)
        .filter(type -> type != TableClass.STANDARD)
        .ifPresent(
            type -> {
              throw CommonError.notImplemented("The table class " + type);
            });
  }
}

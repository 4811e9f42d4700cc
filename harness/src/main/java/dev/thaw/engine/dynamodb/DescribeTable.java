package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html. */
record DescribeTable(Tables tables)
    implements Operation<DescribeTableRequest, DescribeTableResponse> {
  @Override
  public DescribeTableResponse handle(Call call, DescribeTableRequest request) {
    return DescribeTableResponse.builder()
        .table(TableDescriptions.of(tables.existing(call, request.tableName())))
        .build();
  }
}

package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html. */
record ListTables(Tables tables) implements Operation<ListTablesRequest, ListTablesResponse> {
  private static final int MOST = 100;

  @Override
  public ListTablesResponse handle(Call call, ListTablesRequest request) {
    var limit = Optional.ofNullable(request.limit()).orElse(MOST);
    var after = Optional.ofNullable(request.exclusiveStartTableName()).orElse("");
    var names =
        tables
            .of(call)
            .map(table -> table.arn().name())
            .filter(name -> name.compareTo(after) > 0)
            .sorted()
            .limit(limit + 1L)
            .toList();
    if (names.size() <= limit) {
      return ListTablesResponse.builder().tableNames(names).build();
    }
    return ListTablesResponse.builder()
        .tableNames(names.subList(0, limit))
        .lastEvaluatedTableName(names.get(limit - 1))
        .build();
  }
}

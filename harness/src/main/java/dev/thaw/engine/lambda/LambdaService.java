package dev.thaw.engine.lambda;

import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestJson;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.Service;
import java.util.List;
import java.util.concurrent.Executor;

/** Lambda's operations: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html. */
public final class LambdaService {
  private LambdaService() {}

  /** The service made of those groups; where two of their paths fit, the earlier group's does. */
  public static Service create(List<OperationGroup> groups, Executor workers) {
    var table = RestTable.empty().knowing(KnownOperations.lines());
    for (var group : groups) {
      table = group.addTo(table);
    }
    return new AwsService(new RestJson(), table, workers);
  }
}

package dev.thaw.engine.sts;

import dev.thaw.engine.protocol.ActionTable;
import dev.thaw.engine.protocol.AwsQuery;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Service;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** STS's operations: https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html. */
public final class StsService {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  private StsService() {}

  public static Service create(Executor workers) {
    var operations =
        ActionTable.byForm()
            .with(
                Binding.of(
                    "GetCallerIdentity",
                    GetCallerIdentityRequest::builder,
                    new GetCallerIdentity()));
    return new AwsService(new AwsQuery(NAMESPACE), operations, workers);
  }
}

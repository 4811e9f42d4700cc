package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsRequest;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;

/**
 * Operations on provisioned concurrency:
 * https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html.
 */
public record ProvisionedOperations(Lambda lambda, ProvisionedConfigs configs)
    implements OperationGroup {
  private static final String PATH = "/2019-09-30/functions/{FunctionName}/provisioned-concurrency";

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with(
            "PUT",
            PATH,
            Binding.of(
                    "PutProvisionedConcurrencyConfig",
                    PutProvisionedConcurrencyConfigRequest::builder,
                    new PutProvisionedConcurrencyConfig(lambda, configs))
                .status(202)
                .constraints(ConcurrencyConstraints.PUT_PROVISIONED))
        .with("GET", PATH + "?List", list())
        .with(
            "GET",
            PATH,
            Binding.of(
                    "GetProvisionedConcurrencyConfig",
                    GetProvisionedConcurrencyConfigRequest::builder,
                    new GetProvisionedConcurrencyConfig(lambda, configs))
                .constraints(ConcurrencyConstraints.BY_QUALIFIER))
        .with(
            "DELETE",
            PATH,
            Binding.of(
                    "DeleteProvisionedConcurrencyConfig",
                    DeleteProvisionedConcurrencyConfigRequest::builder,
                    new DeleteProvisionedConcurrencyConfig(lambda, configs))
                .status(204)
                .constraints(ConcurrencyConstraints.BY_QUALIFIER));
  }

  private Binding list() {
    return Binding.of(
            "ListProvisionedConcurrencyConfigs",
            ListProvisionedConcurrencyConfigsRequest::builder,
            new ListProvisionedConcurrencyConfigs(lambda, configs))
        .constraints(ConcurrencyConstraints.LIST_PROVISIONED);
  }
}

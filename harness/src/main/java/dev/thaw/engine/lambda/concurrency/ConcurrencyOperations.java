package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;

/**
 * Operations on reserved concurrency:
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html.
 */
public record ConcurrencyOperations(Lambda lambda) implements OperationGroup {
  private static final String SET = "/2017-10-31/functions/{FunctionName}/concurrency";
  private static final String READ = "/2019-09-30/functions/{FunctionName}/concurrency";

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with(
            "PUT",
            SET,
            Binding.of(
                    "PutFunctionConcurrency",
                    PutFunctionConcurrencyRequest::builder,
                    new PutFunctionConcurrency(lambda))
                .constraints(ConcurrencyConstraints.PUT_FUNCTION_CONCURRENCY))
        .with(
            "DELETE",
            SET,
            Binding.of(
                    "DeleteFunctionConcurrency",
                    DeleteFunctionConcurrencyRequest::builder,
                    new DeleteFunctionConcurrency(lambda))
                .status(204)
                .constraints(ConcurrencyConstraints.BY_NAME))
        .with(
            "GET",
            READ,
            Binding.of(
                    "GetFunctionConcurrency",
                    GetFunctionConcurrencyRequest::builder,
                    new GetFunctionConcurrency(lambda))
                .constraints(ConcurrencyConstraints.BY_NAME));
  }
}

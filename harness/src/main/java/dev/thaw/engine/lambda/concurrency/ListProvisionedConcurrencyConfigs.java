package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.admission.ProvisionedState;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.Pages;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html. */
record ListProvisionedConcurrencyConfigs(Lambda lambda, ProvisionedConfigs configs)
    implements Operation<
        ListProvisionedConcurrencyConfigsRequest, ListProvisionedConcurrencyConfigsResponse> {
  @Override
  public ListProvisionedConcurrencyConfigsResponse handle(
      Call call, ListProvisionedConcurrencyConfigsRequest request) {
    var name =
        FunctionReference.of(
                call, "ListProvisionedConcurrencyConfigs", request.functionName(), null)
            .name();
    if (!lambda.functions().exists(name)) {
      throw LambdaError.functionNotFound(name.arn());
    }
    var page =
        Pages.of(
            configs.of(name).stream(),
            ProvisionedState::qualifier,
            request.marker(),
            request.maxItems());
    return ListProvisionedConcurrencyConfigsResponse.builder()
        .provisionedConcurrencyConfigs(
            page.items().stream().map(state -> item(name, state)).toList())
        .nextMarker(page.next())
        .build();
  }

  private static ProvisionedConcurrencyConfigListItem item(
      FunctionName name, ProvisionedState state) {
    return ProvisionedShape.of(state).toBuilder()
        .functionArn(name.arn() + ":" + state.qualifier())
        .build();
  }
}

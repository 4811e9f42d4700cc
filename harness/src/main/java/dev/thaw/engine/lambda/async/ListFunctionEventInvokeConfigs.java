package dev.thaw.engine.lambda.async;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html. */
record ListFunctionEventInvokeConfigs(Lambda lambda, EventInvokeConfigs configs)
    implements Operation<
        ListFunctionEventInvokeConfigsRequest, ListFunctionEventInvokeConfigsResponse> {
  private static final int LARGEST_PAGE = 50;

  @Override
  public ListFunctionEventInvokeConfigsResponse handle(
      Call call, ListFunctionEventInvokeConfigsRequest request) {
    var function =
        FunctionReference.of(call, "ListFunctionEventInvokeConfigs", request.functionName(), null);
    EventInvokeTarget.check(lambda.functions(), function);
    var size = Optional.ofNullable(request.maxItems()).orElse(LARGEST_PAGE);
    try {
      var page =
          Page.of(
              configs.of(function.name()),
              FunctionEventInvokeConfig::functionArn,
              request.marker(),
              size);
      return ListFunctionEventInvokeConfigsResponse.builder()
          .functionEventInvokeConfigs(page.items())
          .nextMarker(page.next())
          .build();
    } catch (IllegalArgumentException e) {
      throw LambdaError.invalid("The marker is invalid: " + request.marker());
    }
  }
}

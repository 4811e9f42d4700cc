package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;
import software.amazon.awssdk.services.lambda.model.ListFunctionUrlConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionUrlConfigsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionUrlConfigs.html. */
record ListFunctionUrlConfigs(Lambda lambda, FunctionUrls urls)
    implements Operation<ListFunctionUrlConfigsRequest, ListFunctionUrlConfigsResponse> {
  private static final int LARGEST_PAGE = 50;

  @Override
  public ListFunctionUrlConfigsResponse handle(Call call, ListFunctionUrlConfigsRequest request) {
    var function =
        FunctionReference.of(call, "ListFunctionUrlConfigs", request.functionName(), null);
    if (!lambda.functions().exists(function.name())) {
      throw LambdaError.RESOURCE_NOT_FOUND.user("Function does not exist");
    }
    try {
      var page =
          Page.of(
              urls.of(function.name()).map(FunctionUrl::config),
              FunctionUrlConfig::functionArn,
              request.marker(),
              Optional.ofNullable(request.maxItems()).orElse(LARGEST_PAGE));
      return ListFunctionUrlConfigsResponse.builder()
          .functionUrlConfigs(page.items())
          .nextMarker(page.next())
          .build();
    } catch (IllegalArgumentException e) {
      throw LambdaError.invalid("The marker is invalid: " + request.marker());
    }
  }
}

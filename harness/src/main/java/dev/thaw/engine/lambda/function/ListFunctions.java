package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html. */
record ListFunctions(Lambda lambda)
    implements Operation<ListFunctionsRequest, ListFunctionsResponse> {
  private static final int LARGEST_PAGE = 50;

  @Override
  public ListFunctionsResponse handle(Call call, ListFunctionsRequest request) {
    var size = Optional.ofNullable(request.maxItems()).orElse(LARGEST_PAGE);
    var qualified = request.functionVersion() == FunctionVersion.ALL;
    try {
      var page =
          Page.of(
              lambda.functions().of(call.caller()).map(function -> entry(function, qualified)),
              FunctionConfiguration::functionName,
              request.marker(),
              Math.min(size, LARGEST_PAGE));
      return ListFunctionsResponse.builder()
          .functions(page.items())
          .nextMarker(page.next())
          .build();
    } catch (IllegalArgumentException e) {
      throw LambdaError.invalid("The marker is invalid: " + request.marker());
    }
  }

  /** Without the states, as recorded 2025-11-25 (test_list_functions). */
  private static FunctionConfiguration entry(StoredFunction function, boolean qualified) {
    var configuration = function.configuration();
    var arn = configuration.functionArn();
    return configuration.toBuilder()
        .functionArn(qualified ? arn + ":" + FunctionReference.LATEST : arn)
        .state((String) null)
        .stateReason(null)
        .stateReasonCode((String) null)
        .lastUpdateStatus((String) null)
        .lastUpdateStatusReason(null)
        .lastUpdateStatusReasonCode((String) null)
        .build();
  }
}

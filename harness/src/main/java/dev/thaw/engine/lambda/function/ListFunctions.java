package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html. */
record ListFunctions(Lambda lambda)
    implements Operation<ListFunctionsRequest, ListFunctionsResponse> {
  @Override
  public ListFunctionsResponse handle(Call call, ListFunctionsRequest request) {
    var isAll = request.functionVersion() == FunctionVersion.ALL;
    var entries =
        lambda
            .functions()
            .of(call.caller())
            .flatMap(function -> isAll ? Pages.versions(function) : latest(function));
    var page = Pages.ofVersions(entries, request.marker(), request.maxItems());
    return ListFunctionsResponse.builder().functions(page.items()).nextMarker(page.next()).build();
  }

  private static Stream<FunctionConfiguration> latest(StoredFunction function) {
    return Stream.of(Configurations.withoutStatus(function.configuration()));
  }
}

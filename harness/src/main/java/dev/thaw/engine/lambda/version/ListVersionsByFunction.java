package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.Pages;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html. */
record ListVersionsByFunction(Lambda lambda)
    implements Operation<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse> {
  @Override
  public ListVersionsByFunctionResponse handle(Call call, ListVersionsByFunctionRequest request) {
    var reference = Unqualified.of(call, "ListVersionsByFunction", request.functionName());
    var versions = Pages.versions(lambda.functions().get(reference));
    var page = Pages.ofVersions(versions, request.marker(), request.maxItems());
    return ListVersionsByFunctionResponse.builder()
        .versions(page.items())
        .nextMarker(page.next())
        .build();
  }
}

package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html. */
record ListEventSourceMappings(Mappings mappings)
    implements Operation<ListEventSourceMappingsRequest, ListEventSourceMappingsResponse> {
  private static final int LARGEST_PAGE = 100;

  @Override
  public ListEventSourceMappingsResponse handle(Call call, ListEventSourceMappingsRequest request) {
    int size = Optional.ofNullable(request.maxItems()).orElse(LARGEST_PAGE);
    try {
      var page =
          Page.of(
              found(call, request), Mapping::uuid, request.marker(), Math.min(size, LARGEST_PAGE));
      return ListEventSourceMappingsResponse.builder()
          .eventSourceMappings(
              page.items().stream()
                  .map(mapping -> mappings.described(mapping).configuration())
                  .toList())
          .nextMarker(page.next())
          .build();
    } catch (IllegalArgumentException e) {
      throw LambdaError.invalid("The marker is invalid: " + request.marker());
    }
  }

  private Stream<Mapping> found(Call call, ListEventSourceMappingsRequest request) {
    var source = request.eventSourceArn();
    var name = request.functionName();
    var function =
        Optional.ofNullable(name)
            .map(text -> FunctionReference.of(call, "ListEventSourceMappings", text, null));
    return mappings
        .of(call.caller())
        .filter(mapping -> source == null || mapping.source().equals(source))
        .filter(mapping -> function.stream().allMatch(mapping.function()::equals));
  }
}

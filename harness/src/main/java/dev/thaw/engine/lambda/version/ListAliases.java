package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Alias;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.Pages;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html. */
record ListAliases(Lambda lambda) implements Operation<ListAliasesRequest, ListAliasesResponse> {
  @Override
  public ListAliasesResponse handle(Call call, ListAliasesRequest request) {
    var reference = Unqualified.of(call, "ListAliases", request.functionName());
    var version = request.functionVersion();
    var aliases =
        lambda.functions().get(reference).aliases().values().stream()
            .filter(alias -> version == null || alias.version().equals(version))
            .map(Alias::configuration);
    var page = Pages.of(aliases, AliasConfiguration::name, request.marker(), request.maxItems());
    return ListAliasesResponse.builder().aliases(page.items()).nextMarker(page.next()).build();
  }
}

package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import dev.thaw.invocation.Clock;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigateway.model.ApiKeySourceType;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html. */
record CreateRestApi(RestApis apis, Clock clock, Supplier<String> ids)
    implements Operation<CreateRestApiRequest, CreateRestApiResponse> {
  private static final String[] LACKING = {
    "cloneFrom", "binaryMediaTypes", "minimumCompressionSize", "policy", "disableExecuteApiEndpoint"
  };

  @Override
  public CreateRestApiResponse handle(Call call, CreateRestApiRequest request) {
    Unsupported.refuse(request, LACKING);
    var root = Resource.builder().id(ids.get()).path("/").build();
    var api =
        Shapes.copy(request, RestApi.builder())
            .id(ids.get())
            .createdDate(clock.now())
            .apiKeySource(ApiKeySourceType.HEADER)
            .rootResourceId(root.id())
            .build();
    apis.add(
        new StoredRestApi(
            call.account(), call.region(), api, Map.of(root.id(), root), Map.of(), Map.of()));
    return Shapes.copy(api, CreateRestApiResponse.builder()).build();
  }
}

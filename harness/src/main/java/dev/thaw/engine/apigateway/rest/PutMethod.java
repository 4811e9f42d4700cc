package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.PutMethodRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html. */
record PutMethod(RestApis apis) implements Operation<PutMethodRequest, PutMethodResponse> {
  private static final String[] LACKING = {
    "authorizerId",
    "apiKeyRequired",
    "requestParameters",
    "requestModels",
    "requestValidatorId",
    "authorizationScopes"
  };

  @Override
  public PutMethodResponse handle(Call call, PutMethodRequest request) {
    Unsupported.refuse(request, LACKING);
    if (!"NONE".equals(request.authorizationType())) {
      throw CommonError.notImplemented("The authorization type " + request.authorizationType());
    }
    var method =
        Method.builder()
            .httpMethod(request.httpMethod())
            .authorizationType(request.authorizationType())
            .apiKeyRequired(false)
            .operationName(request.operationName())
            .build();
    apis.update(
        call.caller(),
        request.restApiId(),
        api -> api.with(with(api.resource(request.resourceId()), method)));
    return Shapes.copy(method, PutMethodResponse.builder()).build();
  }

  private static Resource with(Resource resource, Method method) {
    var methods = new TreeMap<>(resource.resourceMethods());
    if (methods.putIfAbsent(method.httpMethod(), method) != null) {
      throw ApiError.CONFLICT.exception("Method already exists for this resource");
    }
    return resource.toBuilder().resourceMethods(methods).build();
  }
}

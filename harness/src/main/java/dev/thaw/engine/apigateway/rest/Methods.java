package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import java.util.TreeMap;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** The methods of a resource. */
final class Methods {
  private Methods() {}

  static Method of(Resource resource, String httpMethod) {
    var method = resource.resourceMethods().get(httpMethod);
    if (method == null) {
      throw ApiError.NOT_FOUND.exception("Invalid Method identifier specified");
    }
    return method;
  }

  static Resource with(Resource resource, Method method) {
    var methods = new TreeMap<>(resource.resourceMethods());
    methods.put(method.httpMethod(), method);
    return resource.toBuilder().resourceMethods(methods).build();
  }
}

package dev.thaw.engine.apigateway.route;

import dev.thaw.engine.lambda.function.FunctionReference;

/** Whether a function's resource policy lets API Gateway invoke it for an API's route. */
@FunctionalInterface
public interface ApiPermissions {
  boolean mayInvoke(FunctionReference function, String account, String routeArn);
}

package dev.thaw.engine.apigateway.route;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Invocations;
import dev.thaw.engine.lambda.function.Invoked;
import java.util.concurrent.CompletableFuture;

/** The functions behind APIs, as far as their policies let API Gateway invoke them. */
public record Functions(Invocations invocations, ApiPermissions permissions) {
  boolean mayInvoke(FunctionReference function, String routeArn) {
    // arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH
    return permissions.mayInvoke(function, routeArn.split(":", 6)[4], routeArn);
  }

  CompletableFuture<Invoked> invoke(FunctionReference function, InvocationRequest request) {
    return invocations.invoke(function, request);
  }
}

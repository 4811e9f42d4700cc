package dev.thaw.target;

import java.net.URI;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The statement of a function's resource policy that lets an API of API Gateway invoke it. It goes
 * with the function.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions">
 *     Permissions of an API Gateway API</a>
 */
record ApiPermission(LambdaClient lambda, Access access, String functionArn) {
  private static final int ACCOUNT = 4;

  /** Lets all routes and stages of an API invoke the function. */
  void grant(String apiId) {
    var account = functionArn.split(":", -1)[ACCOUNT];
    lambda.addPermission(
        permission ->
            permission
                .functionName(functionArn)
                .statementId("thaw-" + apiId)
                .action("lambda:InvokeFunction")
                .principal("apigateway.amazonaws.com")
                .sourceArn(
                    "arn:aws:execute-api:%s:%s:%s/*".formatted(access.region(), account, apiId)));
  }

  /** How an API's integration names the function. */
  String integrationUri() {
    return "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(access.region(), functionArn);
  }

  /** Where an API is called of which the id alone is known: below the port of the endpoint. */
  URI url(String apiId, String stage) {
    var endpoint = access.endpoint();
    var port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    return URI.create(
        "%s://%s.execute-api.%s.localhost%s/%s"
            .formatted(endpoint.getScheme(), apiId, access.region(), port, stage));
  }
}

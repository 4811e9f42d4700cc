package dev.thaw.target;

import dev.thaw.load.Route;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * A function URL that anybody may call, of an alias or of the function itself.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html">Creating and
 *     managing Lambda function URLs</a>
 */
record UrlTrigger(LambdaClient lambda, String function, @Nullable String alias) implements Trigger {
  @Override
  public String name() {
    return "URL of " + function;
  }

  @Override
  public Route create() {
    lambda.addPermission(
        permission ->
            permission
                .functionName(function)
                .qualifier(alias)
                .statementId("thaw-url")
                .action("lambda:InvokeFunctionUrl")
                .principal("*")
                .functionUrlAuthType(FunctionUrlAuthType.NONE));
    var made =
        lambda.createFunctionUrlConfig(
            create ->
                create.functionName(function).qualifier(alias).authType(FunctionUrlAuthType.NONE));
    return new Route.FunctionUrl(URI.create(made.functionUrl()));
  }

  @Override
  public void remove() {
    try {
      lambda.deleteFunctionUrlConfig(delete -> delete.functionName(function).qualifier(alias));
    } catch (ResourceNotFoundException gone) {
      return;
    }
  }
}

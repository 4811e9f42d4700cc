package dev.thaw.target;

import dev.thaw.load.Route;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * A function URL that anybody may call. Not a value: it knows its URL once it is made.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html">Creating and
 *     managing Lambda function URLs</a>
 */
final class UrlTrigger implements Trigger {
  private final LambdaClient lambda;
  private final String function;
  private @Nullable URI url;

  UrlTrigger(LambdaClient lambda, String function) {
    this.lambda = lambda;
    this.function = function;
  }

  @Override
  public Route route() {
    var made = url;
    if (made == null) {
      throw new IllegalStateException(name() + " is not made yet");
    }
    return new Route.FunctionUrl(made);
  }

  @Override
  public String name() {
    return "URL of " + function;
  }

  @Override
  public void create() {
    lambda.addPermission(
        permission ->
            permission
                .functionName(function)
                .statementId("thaw-url")
                .action("lambda:InvokeFunctionUrl")
                .principal("*")
                .functionUrlAuthType(FunctionUrlAuthType.NONE));
    url =
        URI.create(
            lambda
                .createFunctionUrlConfig(
                    create -> create.functionName(function).authType(FunctionUrlAuthType.NONE))
                .functionUrl());
  }

  @Override
  public void remove() {
    try {
      lambda.deleteFunctionUrlConfig(delete -> delete.functionName(function));
    } catch (ResourceNotFoundException gone) {
      return;
    }
  }
}

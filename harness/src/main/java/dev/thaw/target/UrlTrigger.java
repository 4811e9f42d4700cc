package dev.thaw.target;

import dev.thaw.load.Route;
import java.net.URI;
import java.util.Optional;
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
  private final @Nullable String alias;
  private @Nullable URI url;

  /** Of that alias, or of the function itself. */
  UrlTrigger(LambdaClient lambda, String function, Optional<String> alias) {
    this.lambda = lambda;
    this.function = function;
    this.alias = alias.orElse(null);
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
                .qualifier(alias)
                .statementId("thaw-url")
                .action("lambda:InvokeFunctionUrl")
                .principal("*")
                .functionUrlAuthType(FunctionUrlAuthType.NONE));
    url =
        URI.create(
            lambda
                .createFunctionUrlConfig(
                    create ->
                        create
                            .functionName(function)
                            .qualifier(alias)
                            .authType(FunctionUrlAuthType.NONE))
                .functionUrl());
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

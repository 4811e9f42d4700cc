package dev.thaw.engine.lambda.url;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaConstraints;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Constraint;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.Service;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionUrlConfigsRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigRequest;

/**
 * Operations on function URLs, and what answers under them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html">Function
 *     URLs</a>
 */
public final class FunctionUrlOperations implements OperationGroup {
  private static final String URL = "/2021-10-31/functions/{FunctionName}/url";

  private static final Constraint SHORT = longest("FunctionName", 140);
  private static final Constraint NAME = pattern("FunctionName", LambdaConstraints.NAMESPACED_NAME);
  private static final Constraint ALIAS = pattern("Qualifier", "((?!^\\d+$)^[0-9a-zA-Z-_]+$)");
  private static final Constraint AUTH = oneOf("AuthType", List.of("NONE", "AWS_IAM"));
  private static final Constraint MODE =
      oneOf("InvokeMode", List.of("BUFFERED", "RESPONSE_STREAM"));

  private static final Constraint YOUNGEST = atLeast("Cors.MaxAge", 0);
  private static final Constraint OLDEST = atMost("Cors.MaxAge", 86_400);
  private static final Constraint METHODS = longest("Cors.AllowMethods", 6);

  private static final Constraints BY_NAME = Constraints.of(SHORT, NAME, ALIAS);

  private final Lambda lambda;
  private final UrlPermissions permissions;
  private final FunctionUrls urls = new FunctionUrls();

  public FunctionUrlOperations(Lambda lambda, UrlPermissions permissions) {
    this.lambda = lambda;
    this.permissions = permissions;
    lambda.listeners().add(urls);
  }

  /** What answers to {@code http://ID.lambda-url.REGION.localhost:PORT/}. */
  public Service front(UrlListener listener) {
    return new FunctionUrlFront(urls, lambda, permissions, listener);
  }

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with("POST", URL, create())
        .with("PUT", URL, update())
        .with(
            "GET",
            URL,
            Binding.of(
                    "GetFunctionUrlConfig",
                    GetFunctionUrlConfigRequest::builder,
                    new GetFunctionUrlConfig(urls))
                .constraints(BY_NAME))
        .with(
            "DELETE",
            URL,
            Binding.of(
                    "DeleteFunctionUrlConfig",
                    DeleteFunctionUrlConfigRequest::builder,
                    new DeleteFunctionUrlConfig(urls))
                .status(204)
                .constraints(BY_NAME))
        .with("GET", URL + "s", list());
  }

  private Binding create() {
    return Binding.of(
            "CreateFunctionUrlConfig",
            CreateFunctionUrlConfigRequest::builder,
            new CreateFunctionUrlConfig(lambda, urls))
        .status(201)
        .constraints(
            Constraints.of(
                SHORT, NAME, ALIAS, required("AuthType"), AUTH, MODE, YOUNGEST, OLDEST, METHODS));
  }

  private Binding update() {
    return Binding.of(
            "UpdateFunctionUrlConfig",
            UpdateFunctionUrlConfigRequest::builder,
            new UpdateFunctionUrlConfig(lambda, urls))
        .constraints(Constraints.of(SHORT, NAME, ALIAS, AUTH, MODE, YOUNGEST, OLDEST, METHODS));
  }

  private Binding list() {
    return Binding.of(
            "ListFunctionUrlConfigs",
            ListFunctionUrlConfigsRequest::builder,
            new ListFunctionUrlConfigs(lambda, urls))
        .constraints(Constraints.of(SHORT, NAME, atLeast("MaxItems", 1), atMost("MaxItems", 50)));
  }
}

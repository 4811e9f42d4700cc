package dev.thaw.engine.lambda.permission;

import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaConstraints;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;

/** Operations on functions' policies. */
public record PolicyOperations(Lambda lambda, Policies policies) implements OperationGroup {
  private static final String POLICY = "/2015-03-31/functions/{FunctionName}/policy";

  // https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
  private static final Constraints ADD =
      Constraints.of(
          longest("Qualifier", 128),
          pattern("Qualifier", LambdaConstraints.QUALIFIER),
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          required("StatementId"),
          longest("StatementId", 100),
          pattern("StatementId", "([a-zA-Z0-9-_]+)"),
          required("Action"),
          pattern("Action", "(lambda:[*]|lambda:[a-zA-Z]+|[*])"),
          required("Principal"),
          longest("Principal", 256),
          pattern("Principal", "[^\\s]+"),
          pattern(
              "SourceArn",
              "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?"
                  + "-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"),
          longest("SourceAccount", 12),
          pattern("SourceAccount", "\\d{12}"),
          longest("EventSourceToken", 256),
          pattern("EventSourceToken", "[a-zA-Z0-9._\\-]+"),
          pattern("PrincipalOrgID", "o-[a-z0-9]{10,32}"),
          oneOf("FunctionUrlAuthType", List.of("NONE", "AWS_IAM")));

  private static final Constraints BY_NAME =
      Constraints.of(
          longest("Qualifier", 128),
          pattern("Qualifier", LambdaConstraints.QUALIFIER),
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME));

  private static final Constraints REMOVE =
      Constraints.of(
          longest("Qualifier", 128),
          pattern("Qualifier", LambdaConstraints.QUALIFIER),
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          longest("StatementId", 100),
          pattern("StatementId", "([a-zA-Z0-9-_.]+)"));

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with(
            "POST",
            POLICY,
            Binding.of(
                    "AddPermission",
                    AddPermissionRequest::builder,
                    new AddPermission(lambda, policies))
                .constraints(ADD)
                .status(201))
        .with(
            "GET",
            POLICY,
            Binding.of("GetPolicy", GetPolicyRequest::builder, new GetPolicy(policies))
                .constraints(BY_NAME))
        .with(
            "DELETE",
            POLICY + "/{StatementId}",
            Binding.of(
                    "RemovePermission",
                    RemovePermissionRequest::builder,
                    new RemovePermission(lambda, policies))
                .constraints(REMOVE)
                .status(204));
  }
}

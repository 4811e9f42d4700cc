package dev.thaw.engine.lambda.permission;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.policy.Conditions;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import dev.thaw.engine.lambda.policy.Statement;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html. */
record AddPermission(Lambda lambda, Policies policies)
    implements Operation<AddPermissionRequest, AddPermissionResponse> {
  @Override
  public AddPermissionResponse handle(Call call, AddPermissionRequest request) {
    var function =
        FunctionReference.of(call, "AddPermission", request.functionName(), request.qualifier());
    var revision = Subject.revision(lambda, function);
    if (Boolean.TRUE.equals(request.invokedViaFunctionUrl())) {
      throw CommonError.notImplemented("The member InvokedViaFunctionUrl");
    }
    var statement = statement(function, request);
    policies.change(
        function,
        old -> {
          Subject.check(request.revisionId(), old, revision);
          if (old.flatMap(policy -> policy.find(statement.sid())).isPresent()) {
            throw LambdaError.RESOURCE_CONFLICT.user(
                "The statement id (%s) provided already exists. Please provide a new statement id, or remove the existing statement."
                    .formatted(statement.sid()));
          }
          return old.orElseGet(() -> new ResourcePolicy("", List.of()))
              .with(statement, lambda.ids().get());
        });
    return AddPermissionResponse.builder().statement(ResourcePolicy.json(statement)).build();
  }

  private static Statement statement(FunctionReference function, AddPermissionRequest request) {
    return new Statement(
        request.statementId(),
        "Allow",
        principal(request.principal()),
        request.action(),
        function.arn(),
        Conditions.of(request));
  }

  private static Object principal(String text) {
    if (text.equals(Statement.ANYBODY)) {
      return text;
    }
    if (text.matches("\\d{12}")) {
      return Map.of("AWS", "arn:aws:iam::" + text + ":root");
    }
    if (text.startsWith("arn:")) {
      return Map.of("AWS", text);
    }
    return Optional.of(text)
        .filter(name -> name.contains(".amazonaws.com"))
        .map(name -> Map.of("Service", name))
        .orElseThrow(
            () ->
                LambdaError.invalid(
                    "The provided principal was invalid. Please check the principal and try again."));
  }
}

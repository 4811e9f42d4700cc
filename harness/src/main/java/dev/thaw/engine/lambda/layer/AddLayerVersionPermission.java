package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.LayerVersion;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import dev.thaw.engine.lambda.policy.Statement;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html. */
record AddLayerVersionPermission(Lambda lambda)
    implements Operation<AddLayerVersionPermissionRequest, AddLayerVersionPermissionResponse> {
  @Override
  public AddLayerVersionPermissionResponse handle(
      Call call, AddLayerVersionPermissionRequest request) {
    var wanted = LayerReference.version(call, request.layerName(), request.versionNumber());
    LayerReference.existing(lambda.layers(), wanted);
    var statement = statement(wanted.arn(), request);
    var updated =
        lambda.layers().update(wanted, old -> added(old, statement, request)).orElseThrow();
    return AddLayerVersionPermissionResponse.builder()
        .statement(ResourcePolicy.json(statement))
        .revisionId(Objects.requireNonNull(updated.policy()).revisionId())
        .build();
  }

  private LayerVersion added(
      LayerVersion old, Statement statement, AddLayerVersionPermissionRequest request) {
    var policy =
        Optional.ofNullable(old.policy()).orElseGet(() -> new ResourcePolicy("", List.of()));
    if (policy.find(statement.sid()).isPresent()) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "The statement id (%s) provided already exists. Please provide a new statement id, or remove the existing statement."
              .formatted(statement.sid()));
    }
    LayerPolicies.checkRevision(policy, request.revisionId());
    return old.with(policy.with(statement, lambda.ids().get()));
  }

  private static Statement statement(String arn, AddLayerVersionPermissionRequest request) {
    Map<String, Map<String, String>> condition =
        request.organizationId() == null
            ? Map.of()
            : Map.of("StringEquals", Map.of("aws:PrincipalOrgID", request.organizationId()));
    return new Statement(
        request.statementId(),
        "Allow",
        principal(request.principal()),
        request.action(),
        arn,
        condition);
  }

  private static Object principal(String text) {
    if (text.equals(Statement.ANYBODY)) {
      return text;
    }
    return Map.of("AWS", text.startsWith("arn:") ? text : "arn:aws:iam::" + text + ":root");
  }
}

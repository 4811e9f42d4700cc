package dev.thaw.engine.lambda.layer;

import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.lambda.LambdaCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionResponse;

/** Layers' policies, as recorded 2025-11-25 in localstack test_layer_policy_lifecycle and more. */
final class LayerPoliciesIT extends LambdaCase {
  private static final String LAYER = "arn:aws:lambda:eu-west-1:111111111111:layer:one";

  @BeforeEach
  void start() {
    lambda.publishLayerVersion(
        layer ->
            layer.layerName("one").content(content -> content.zipFile(EngineUnderTest.zip("one"))));
  }

  private AddLayerVersionPermissionResponse add(String sid, String principal) {
    return lambda.addLayerVersionPermission(
        add ->
            add.layerName("one")
                .versionNumber(1L)
                .statementId(sid)
                .action("lambda:GetLayerVersion")
                .principal(principal));
  }

  @Test
  void growsAndShrinksUnderNewRevisions() {
    var statement =
        "{\"Sid\":\"s1\",\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"lambda:GetLayerVersion\",\"Resource\":\""
            + LAYER
            + ":1\"}";
    var first = add("s1", "*");
    assertThat(first.statement()).isEqualTo(statement);
    var second = add("s2", "222222222222");
    assertThat(second.revisionId()).isNotEqualTo(first.revisionId());

    lambda.removeLayerVersionPermission(
        remove -> remove.layerName("one").versionNumber(1L).statementId("s2"));
    var policy = lambda.getLayerVersionPolicy(get -> get.layerName("one").versionNumber(1L));
    assertThat(policy.policy())
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[" + statement + "]}");
  }

  @Test
  void opensTheLayerToOtherAccounts() {
    var denied =
        ("User: arn:aws:iam::222222222222:root is not authorized to perform:"
                + " lambda:GetLayerVersion on resource: %s:1 because no resource-based policy"
                + " allows the lambda:GetLayerVersion action")
            .formatted(LAYER);
    try (var other = engine.lambda("222222222222")) {
      assertRefused(
          () -> other.createFunction(request("f").layers(LAYER + ":1").build()),
          403,
          "AccessDeniedException",
          denied);
      assertRefused(
          () -> other.getLayerVersionByArn(get -> get.arn(LAYER + ":1")),
          403,
          "AccessDeniedException",
          denied);
      add("s1", "222222222222");
      assertThat(other.getLayerVersionByArn(get -> get.arn(LAYER + ":1")).version()).isEqualTo(1);
      assertThat(other.createFunction(request("f").layers(LAYER + ":1").build()).layers())
          .hasSize(1);
    }
  }

  @Test
  void refusesInAwsWords() {
    assertRefused(
        () -> lambda.getLayerVersionPolicy(get -> get.layerName("one").versionNumber(1L)),
        404,
        "ResourceNotFoundException",
        "No policy is associated with the given resource.");
    add("s1", "*");
    assertRefused(
        () -> add("s1", "*"),
        409,
        "ResourceConflictException",
        "The statement id (s1) provided already exists. Please provide a new statement id, or"
            + " remove the existing statement.");
    assertRefused(
        () -> lambda.getLayerVersionPolicy(get -> get.layerName("one").versionNumber(2L)),
        404,
        "ResourceNotFoundException",
        "Layer version " + LAYER + ":2 does not exist.");
    assertRefused(
        () ->
            lambda.removeLayerVersionPermission(
                remove -> remove.layerName("one").versionNumber(1L).statementId("nope")),
        404,
        "ResourceNotFoundException",
        "Statement nope is not found in resource policy.");
    assertRefused(
        () ->
            lambda.removeLayerVersionPermission(
                remove ->
                    remove
                        .layerName("one")
                        .versionNumber(1L)
                        .statementId("s1")
                        .revisionId("wrong")),
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy"
            + " API to retrieve the latest Revision Id");
  }
}

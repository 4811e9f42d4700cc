package dev.thaw.engine.lambda.permission;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.lambda.LambdaCase;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;

/** Policies, as recorded 2025-11-25 in localstack test_lambda_api, TestLambdaPermissions. */
final class PermissionsIT extends LambdaCase {
  private static final String S3 =
      "{\"Sid\":\"s3\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},"
          + "\"Action\":\"lambda:InvokeFunction\",\"Resource\":\""
          + ARN
          + "f\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:s3:::bucket\"}}}";

  @BeforeEach
  void start() {
    createActive(lambda, "f");
  }

  /** Adds the permission that S3 needs, with what else is said. */
  private String add(String sid, Consumer<AddPermissionRequest.Builder> more) {
    return lambda
        .addPermission(
            add -> {
              add.functionName("f")
                  .statementId(sid)
                  .action("lambda:InvokeFunction")
                  .principal("s3.amazonaws.com")
                  .sourceArn("arn:aws:s3:::bucket");
              more.accept(add);
            })
        .statement();
  }

  private static Consumer<AddPermissionRequest.Builder> principal(String principal) {
    return add -> add.principal(principal).sourceArn(null);
  }

  @Test
  void addsStatementsToThePolicy() {
    assertThat(add("s3", add -> {})).isEqualTo(S3);
    var first = lambda.getPolicy(get -> get.functionName("f"));
    assertThat(first.policy())
        .isEqualTo("{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[" + S3 + "]}");

    add("second", add -> {});
    var second = lambda.getPolicy(get -> get.functionName("f"));
    assertThat(second.policy()).contains("\"Sid\":\"s3\"").contains("\"Sid\":\"second\"");
    assertThat(second.revisionId()).isNotEqualTo(first.revisionId());
  }

  @Test
  void writesPrincipalsAndConditionsAsAwsDoes() {
    assertThat(add("a", principal("*"))).contains("\"Principal\":\"*\",");
    assertThat(add("b", principal("222222222222")))
        .contains("\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:root\"}")
        .doesNotContain("Condition");
    assertThat(add("c", principal("arn:aws:iam::222222222222:user/u")))
        .contains("\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:user/u\"}");
    var full =
        add(
            "d",
            add ->
                add.principal("*")
                    .action("lambda:InvokeFunctionUrl")
                    .sourceAccount("111111111111")
                    .functionUrlAuthType(FunctionUrlAuthType.NONE)
                    .principalOrgID("o-1234567890"));
    assertThat(full)
        .contains(
            "\"Condition\":{\"StringEquals\":{\"AWS:SourceAccount\":\"111111111111\","
                + "\"lambda:FunctionUrlAuthType\":\"NONE\",\"aws:PrincipalOrgID\":\"o-1234567890\"},"
                + "\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:s3:::bucket\"}}");
    assertThat(add("e", add -> add.principal("*").sourceArn(null).eventSourceToken("amzn1.x")))
        .contains("\"StringEquals\":{\"lambda:EventSourceToken\":\"amzn1.x\"}");
  }

  @Test
  void hasAPolicyOfItsOwnForEachVersionAndAlias() {
    lambda.publishVersion(publish -> publish.functionName("f"));
    var alias =
        lambda.createAlias(create -> create.functionName("f").name("live").functionVersion("1"));
    add("s3", add -> {});
    notFound("1");
    notFound("live");

    assertThat(add("s3", add -> add.qualifier("1"))).contains("\"Resource\":\"" + ARN + "f:1\"");
    wrongRevision(add -> add.qualifier("live").revisionId("wrong"));
    assertThat(add("s3", add -> add.qualifier("live").revisionId(alias.revisionId())))
        .contains("\"Resource\":\"" + ARN + "f:live\"");
    lambda.deleteAlias(delete -> delete.functionName("f").name("live"));
    notFound("live");
    var latest = lambda.getPolicy(get -> get.functionName("f"));
    wrongRevision(add -> add.revisionId("wrong"));
    add("next", add -> add.revisionId(latest.revisionId()));
  }

  private void notFound(String qualifier) {
    assertRefused(
        () -> lambda.getPolicy(get -> get.functionName("f").qualifier(qualifier)),
        404,
        "ResourceNotFoundException",
        "The resource you requested does not exist.");
  }

  private void wrongRevision(Consumer<AddPermissionRequest.Builder> more) {
    assertRefused(
        () -> add("other", more),
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to"
            + " retrieve the latest Revision Id");
  }

  @Test
  void removesStatementsUntilThereIsNoPolicy() {
    add("s3", add -> {});
    assertRefused(
        () -> lambda.removePermission(remove -> remove.functionName("f").statementId("other")),
        404,
        "ResourceNotFoundException",
        "Statement other is not found in resource policy.");
    lambda.removePermission(remove -> remove.functionName("f").statementId("s3"));
    assertRefused(
        () -> lambda.getPolicy(get -> get.functionName("f")),
        404,
        "ResourceNotFoundException",
        "The resource you requested does not exist.");
    assertRefused(
        () -> lambda.removePermission(remove -> remove.functionName("f").statementId("s3")),
        404,
        "ResourceNotFoundException",
        "No policy is associated with the given resource.");
    assertRefused(
        () -> lambda.removePermission(remove -> remove.functionName("nope").statementId("s3")),
        404,
        "ResourceNotFoundException",
        "No policy found for: " + ARN + "nope");
  }

  @Test
  void losesItsPolicyWithTheFunction() {
    add("s3", add -> {});
    lambda.deleteFunction(delete -> delete.functionName("f"));
    createActive(lambda, "f");
    assertRefused(
        () -> lambda.getPolicy(get -> get.functionName("f")),
        404,
        "ResourceNotFoundException",
        "The resource you requested does not exist.");
  }

  @Test
  void refusesInAwsWords() {
    add("s3", add -> {});
    assertRefused(
        () -> add("s3", add -> {}),
        409,
        "ResourceConflictException",
        "The statement id (s3) provided already exists. Please provide a new statement id, or"
            + " remove the existing statement.");
    assertRefused(
        () -> add("x", add -> add.qualifier("$LATEST")),
        400,
        "InvalidParameterValueException",
        "We currently do not support adding policies for $LATEST.");
    assertRefused(
        () -> add("x", principal("invalid.nonaws.com")),
        400,
        "InvalidParameterValueException",
        "The provided principal was invalid. Please check the principal and try again.");
    assertRefused(
        () -> add("example.com", add -> {}),
        400,
        "ValidationException",
        "1 validation error detected: Value 'example.com' at 'statementId' failed to satisfy"
            + " constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)");
  }

  @Test
  void refusesQualifiersThatAreNotThere() {
    assertRefused(
        () -> add("x", add -> add.functionName("nope")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "nope");
    assertRefused(
        () -> add("x", add -> add.qualifier("nope")),
        404,
        "ResourceNotFoundException",
        "Cannot find alias arn: " + ARN + "f:nope");
    assertRefused(
        () -> add("x", add -> add.qualifier("42")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:42");
    assertRefused(
        () -> add("x", add -> add.qualifier("valid-with-$-but-doesnotexist")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:valid-with-$-but-doesnotexist");
  }
}

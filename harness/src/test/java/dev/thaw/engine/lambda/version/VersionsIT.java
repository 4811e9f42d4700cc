package dev.thaw.engine.lambda.version;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.change;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.lambda.LambdaCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Published versions, as recorded 2025-11-25 in localstack test_lambda_api, TestLambdaVersions. */
final class VersionsIT extends LambdaCase {
  private InvokeResponse invoke(String function) {
    return lambda.invoke(
        invoke -> invoke.functionName(function).payload(SdkBytes.fromUtf8String("{}")));
  }

  private List<String> versions() {
    return lambda
        .listVersionsByFunctionPaginator(list -> list.functionName("f").maxItems(1))
        .versions()
        .stream()
        .map(FunctionConfiguration::version)
        .toList();
  }

  @Test
  void publishesWhatLatestIsAsAnActiveVersion() {
    createActive(lambda, "f");
    var latest = lambda.getFunctionConfiguration(get -> get.functionName("f"));
    var published =
        lambda.publishVersion(publish -> publish.functionName("f").description("the first"));

    assertThat(published.sdkHttpResponse().statusCode()).isEqualTo(201);
    assertThat(published.version()).isEqualTo("1");
    assertThat(published.functionArn()).isEqualTo(ARN + "f:1");
    assertThat(published.description()).isEqualTo("the first");
    assertThat(published.state()).isEqualTo(State.ACTIVE);
    assertThat(published.lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
    assertThat(published.codeSha256()).isEqualTo(latest.codeSha256());
    assertThat(published.runtimeVersionConfig().runtimeVersionArn()).isNotNull();

    var after = lambda.getFunctionConfiguration(get -> get.functionName("f"));
    assertThat(List.of(latest.revisionId(), published.revisionId(), after.revisionId()))
        .doesNotHaveDuplicates();
    var version = lambda.getFunction(get -> get.functionName("f").qualifier("1"));
    assertThat(version.configuration().functionArn()).isEqualTo(ARN + "f:1");
    assertThat(version.configuration().revisionId()).isEqualTo(published.revisionId());
  }

  @Test
  void publishesNothingWhereNothingHasChanged() {
    createActive(lambda, "f");
    var first = lambda.publishVersion(publish -> publish.functionName("f"));
    var again = lambda.publishVersion(publish -> publish.functionName("f").description("other"));
    assertThat(again.version()).isEqualTo("1");
    assertThat(again.revisionId()).isEqualTo(first.revisionId());
    assertThat(again.description()).isEmpty();

    change(lambda, "f", "changed");
    var second = lambda.publishVersion(publish -> publish.functionName("f"));
    assertThat(second.version()).isEqualTo("2");
    assertThat(second.description()).isEqualTo("changed");
    assertThat(versions()).containsExactly("$LATEST", "1", "2");
  }

  @Test
  void publishesOnlyTheCodeAndRevisionThatTheCallerKnows() {
    createActive(lambda, "f");
    var sha256 = lambda.getFunctionConfiguration(get -> get.functionName("f")).codeSha256();
    assertRefused(
        () -> lambda.publishVersion(publish -> publish.functionName("f").codeSha256("other")),
        400,
        "InvalidParameterValueException",
        ("CodeSHA256 (other) is different from current CodeSHA256 in $LATEST (%s). Please try again"
                + " with the CodeSHA256 in $LATEST.")
            .formatted(sha256));
    assertRefused(
        () -> lambda.publishVersion(publish -> publish.functionName("f").revisionId("other")),
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the"
            + " GetFunction/GetAlias API to retrieve the latest Revision Id");
    assertRefused(
        () -> lambda.publishVersion(publish -> publish.functionName("nope")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "nope");
    assertThat(lambda.publishVersion(p -> p.functionName("f").codeSha256(sha256)).version())
        .isEqualTo("1");
  }

  @Test
  void runsEachVersionWithItsOwnSettings() {
    createActive(lambda, "f");
    lambda.publishVersion(publish -> publish.functionName("f"));
    lambda.updateFunctionConfiguration(update -> update.functionName("f").timeout(7));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));

    assertThat(invoke("f:1").executedVersion()).isEqualTo("1");
    assertThat(invoke("f").executedVersion()).isEqualTo("$LATEST");
    assertThat(invoke("f:$LATEST").executedVersion()).isEqualTo("$LATEST");
    var run = engine.environments().versions();
    assertThat(run)
        .extracting(version -> version.timeout().toSeconds())
        .containsExactly(3L, 7L, 7L);
    assertThat(run).extracting("version").containsExactly("1", "$LATEST", "$LATEST");
    assertThat(engine.environments().requests())
        .extracting("invokedArn")
        .containsExactly(ARN + "f:1", ARN + "f", ARN + "f:$LATEST");
  }

  @Test
  void keepsTheCodeOfAVersionThatLatestHasLeft() throws Exception {
    createActive(lambda, "f");
    lambda.publishVersion(publish -> publish.functionName("f"));
    lambda.updateFunctionCode(
        update -> update.functionName("f").zipFile(EngineUnderTest.zip("two")));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));

    invoke("f:1");
    invoke("f");
    var code = engine.environments().versions().stream().map(version -> version.code()).toList();
    assertThat(code.get(0).resolve("bootstrap")).hasContent("one");
    assertThat(code.get(1).resolve("bootstrap")).hasContent("two");

    lambda.deleteFunction(delete -> delete.functionName("f"));
    assertThat(code.get(0)).doesNotExist();
    assertThat(code.get(1)).doesNotExist();
  }

  @Test
  void endsOnlyTheEnvironmentsOfTheVersionThatChanges() {
    createActive(lambda, "f");
    lambda.publishVersion(publish -> publish.functionName("f"));
    change(lambda, "f", "changed");
    assertThat(engine.environments().retiredVersions()).containsExactly("f:$LATEST");
    lambda.deleteFunction(delete -> delete.functionName("f").qualifier("1"));
    assertThat(engine.environments().retiredVersions()).containsExactly("f:$LATEST", "f:1");
  }

  @Test
  void deletesOneVersionAndNeverGivesItsNumberAgain() {
    createActive(lambda, "f");
    lambda.publishVersion(publish -> publish.functionName("f"));
    lambda.deleteFunction(delete -> delete.functionName("f:1"));
    assertThat(versions()).containsExactly("$LATEST");
    assertRefused(
        () -> invoke("f:1"),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:1");
    assertThat(lambda.publishVersion(publish -> publish.functionName("f")).version())
        .isEqualTo("2");

    // Recorded 2025-11-25, test_delete_on_nonexisting_version.
    lambda.deleteFunction(delete -> delete.functionName("f").qualifier("1233"));
    assertRefused(
        () -> lambda.deleteFunction(delete -> delete.functionName("nope").qualifier("1233")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "nope");
  }

  @Test
  void keepsVersionsThatAliasesPointTo() {
    createActive(lambda, "f");
    lambda.publishVersion(publish -> publish.functionName("f"));
    lambda.createAlias(alias -> alias.functionName("f").name("live").functionVersion("1"));
    assertRefused(
        () -> lambda.deleteFunction(delete -> delete.functionName("f").qualifier("1")),
        409,
        "ResourceConflictException",
        "Unable to delete version because the following aliases reference it: [live]");
    assertRefused(
        () -> lambda.deleteFunction(delete -> delete.functionName("f").qualifier("live")),
        400,
        "InvalidParameterValueException",
        "Deletion of aliases is not currently supported.");
  }

  @Test
  void publishesWithTheCreation() {
    var created = lambda.createFunction(request("f").publish(true).build());
    assertThat(created.version()).isEqualTo("1");
    assertThat(created.functionArn()).isEqualTo(ARN + "f");
    assertThat(created.state()).isEqualTo(State.PENDING);

    lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName("f").qualifier("1"));
    assertThat(invoke("f:1").executedVersion()).isEqualTo("1");
    assertThat(lambda.publishVersion(publish -> publish.functionName("f")).version())
        .isEqualTo("1");
  }

  @Test
  void publishesWithNewCode() {
    createActive(lambda, "f");
    var hold = engine.environments().holdUpdates();
    var updated =
        lambda.updateFunctionCode(
            update -> update.functionName("f").zipFile(EngineUnderTest.zip("two")).publish(true));
    assertThat(updated.version()).isEqualTo("1");
    assertThat(updated.functionArn()).isEqualTo(ARN + "f:1");
    assertThat(updated.state()).isEqualTo(State.PENDING);
    assertThat(updated.lastUpdateStatus()).isNull();
    var latest = lambda.getFunctionConfiguration(get -> get.functionName("f:$LATEST"));
    assertThat(latest.lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
    assertThat(latest.state()).isEqualTo(State.ACTIVE);
    assertRefused(
        () -> invoke("f:1"),
        409,
        "ResourceConflictException",
        "The operation cannot be performed at this time. The function is currently in the following"
            + " state: Pending");

    hold.complete(null);
    lambda.waiter().waitUntilPublishedVersionActive(get -> get.functionName("f").qualifier("1"));
    assertThat(invoke("f:1").executedVersion()).isEqualTo("1");
  }

  @Test
  void triesAnUpdateWithoutDoingIt() {
    createActive(lambda, "f");
    var before = lambda.getFunctionConfiguration(get -> get.functionName("f"));
    var tried =
        lambda.updateFunctionCode(
            update -> update.functionName("f").zipFile(EngineUnderTest.zip("two")).dryRun(true));
    assertThat(tried.codeSha256()).isNotEqualTo(before.codeSha256());
    var after = lambda.getFunctionConfiguration(get -> get.functionName("f"));
    assertThat(after.codeSha256()).isEqualTo(before.codeSha256());
    assertThat(after.revisionId()).isEqualTo(before.revisionId());
  }

  @Test
  void listsAllVersionsOfAllFunctions() {
    createActive(lambda, "a");
    createActive(lambda, "b");
    lambda.publishVersion(publish -> publish.functionName("a"));
    var arns =
        lambda
            .listFunctionsPaginator(list -> list.functionVersion(FunctionVersion.ALL).maxItems(1))
            .functions()
            .stream()
            .map(FunctionConfiguration::functionArn)
            .toList();
    assertThat(arns).containsExactly(ARN + "a:$LATEST", ARN + "a:1", ARN + "b:$LATEST");
    assertThat(lambda.listFunctions().functions()).hasSize(2);
    assertRefused(
        () -> lambda.listVersionsByFunction(list -> list.functionName("nope")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "nope");
  }

  @Test
  void belongsToTheAccountOfTheKey() {
    try (var other = engine.lambda("222222222222")) {
      createActive(other, "f");
      other.publishVersion(publish -> publish.functionName("f"));
      var alias =
          other.createAlias(create -> create.functionName("f").name("live").functionVersion("1"));
      assertThat(alias.aliasArn())
          .isEqualTo("arn:aws:lambda:eu-west-1:222222222222:function:f:live");
      assertRefused(
          () -> invoke("f:live"),
          404,
          "ResourceNotFoundException",
          "Function not found: " + ARN + "f:live");
    }
  }
}

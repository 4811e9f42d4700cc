package dev.thaw.engine.lambda;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * A function's life, as recorded 2025-11-25 in localstack test_lambda_api
 * (test_function_lifecycle).
 */
final class FunctionsIT extends LambdaCase {
  @Test
  void answersCreationWithPendingAndTheDefaults() {
    var created =
        lambda.createFunction(
            request("hello").environment(e -> e.variables(Map.of("A", "b"))).build());

    assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
    assertThat(created.state()).isEqualTo(State.PENDING);
    assertThat(created.stateReason()).isEqualTo("The function is being created.");
    assertThat(created.stateReasonCodeAsString()).isEqualTo("Creating");
    assertThat(created.functionArn()).isEqualTo(ARN + "hello");
    assertThat(created.version()).isEqualTo("$LATEST");
    assertThat(created.timeout()).isEqualTo(3);
    assertThat(created.memorySize()).isEqualTo(128);
    assertThat(created.packageTypeAsString()).isEqualTo("Zip");
    assertThat(created.architecturesAsStrings()).containsExactly("x86_64");
    assertThat(created.ephemeralStorage().size()).isEqualTo(512);
    assertThat(created.tracingConfig().modeAsString()).isEqualTo("PassThrough");
    assertThat(created.snapStart().applyOnAsString()).isEqualTo("None");
    assertThat(created.snapStart().optimizationStatusAsString()).isEqualTo("Off");
    assertThat(created.loggingConfig().logGroup()).isEqualTo("/aws/lambda/hello");
    assertThat(created.loggingConfig().logFormatAsString()).isEqualTo("Text");
    assertThat(created.environment().variables()).containsExactly(Map.entry("A", "b"));
    assertThat(created.codeSize()).isEqualTo(EngineUnderTest.zip("one").asByteArray().length);
    assertThat(created.lastModified())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    assertThat(created.runtimeVersionConfig().runtimeVersionArn())
        .startsWith("arn:aws:lambda:eu-west-1::runtime:");
  }

  @Test
  void becomesActiveUnderAnotherRevision() {
    var created = createActive(lambda, "hello");
    var function = lambda.getFunction(get -> get.functionName("hello"));

    assertThat(function.configuration().state()).isEqualTo(State.ACTIVE);
    assertThat(function.configuration().lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
    assertThat(function.configuration().stateReason()).isNull();
    assertThat(function.configuration().revisionId()).isNotEqualTo(created.revisionId());
    assertThat(function.concurrency()).isNull();
    assertThat(function.code().repositoryType()).isEqualTo("S3");
  }

  @Test
  void offersTheCodeForDownload() throws IOException, InterruptedException {
    createActive(lambda, "hello");
    var location = lambda.getFunction(get -> get.functionName("hello")).code().location();
    var response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(location)).build(), BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(EngineUnderTest.zip("one").asByteArray());
  }

  @Test
  void namesTheFunctionAsTheCallerDid() {
    createActive(lambda, "hello");
    for (var name : List.of("hello", "111111111111:function:hello", ARN + "hello")) {
      assertThat(lambda.getFunctionConfiguration(get -> get.functionName(name)).functionArn())
          .isEqualTo(ARN + "hello");
    }
    for (var name : List.of("hello:$LATEST", ARN + "hello:$LATEST")) {
      assertThat(lambda.getFunctionConfiguration(get -> get.functionName(name)).functionArn())
          .isEqualTo(ARN + "hello:$LATEST");
    }
  }

  @Test
  void keepsAccountsApart() {
    createActive(lambda, "hello");
    try (var stranger = engine.lambda("222222222222")) {
      assertThatThrownBy(() -> stranger.getFunction(get -> get.functionName("hello")))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining(
              "Function not found: arn:aws:lambda:eu-west-1:222222222222:function:hello");
      assertThatThrownBy(() -> stranger.getFunction(get -> get.functionName(ARN + "hello")))
          .isInstanceOf(LambdaException.class)
          .hasMessageContaining("no resource-based policy allows the lambda:GetFunction action");
      assertThat(stranger.listFunctions().functions()).isEmpty();
    }
  }

  @Test
  void takesCodeFromABucket() {
    try (var s3 = engine.s3()) {
      s3.createBucket(create -> create.bucket("packages"));
      s3.putObject(
          put -> put.bucket("packages").key("fn.zip"),
          RequestBody.fromBytes(EngineUnderTest.zip("one").asByteArray()));
    }
    var direct = createActive(lambda, "direct");
    var fetched =
        lambda.createFunction(
            request("fetched").code(code -> code.s3Bucket("packages").s3Key("fn.zip")).build());

    assertThat(fetched.codeSha256()).isEqualTo(direct.codeSha256());
  }

  @Test
  void updatesTheConfigurationStepByStep() {
    createActive(lambda, "hello");
    var before = lambda.getFunctionConfiguration(get -> get.functionName("hello"));
    var updated =
        lambda.updateFunctionConfiguration(
            update -> update.functionName("hello").timeout(9).memorySize(512));

    assertThat(updated.lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
    assertThat(updated.lastUpdateStatusReason()).isEqualTo("The function is being created.");
    assertThat(updated.lastUpdateStatusReasonCodeAsString()).isEqualTo("Creating");
    assertThat(updated.state()).isEqualTo(State.ACTIVE);
    assertThat(updated.revisionId()).isNotEqualTo(before.revisionId());

    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("hello"));
    var after = lambda.getFunctionConfiguration(get -> get.functionName("hello"));
    assertThat(after.timeout()).isEqualTo(9);
    assertThat(after.memorySize()).isEqualTo(512);
    assertThat(after.handler()).isEqualTo("app.Handler::handle");
    assertThat(after.lastUpdateStatusReason()).isNull();
    assertThat(after.revisionId()).isNotIn(before.revisionId(), updated.revisionId());
  }

  @Test
  void refusesAnUpdateOnTopOfAnUnknownRevision() {
    createActive(lambda, "hello");
    assertThatThrownBy(
            () ->
                lambda.updateFunctionConfiguration(
                    update -> update.functionName("hello").revisionId("other").timeout(9)))
        .isInstanceOf(PreconditionFailedException.class)
        .hasMessageStartingWith(
            "The Revision Id provided does not match the latest Revision Id. Call the"
                + " GetFunction/GetAlias API to retrieve the latest Revision Id");
    var known = lambda.getFunctionConfiguration(get -> get.functionName("hello")).revisionId();
    assertThat(
            lambda
                .updateFunctionConfiguration(
                    update -> update.functionName("hello").revisionId(known).timeout(9))
                .timeout())
        .isEqualTo(9);
  }

  @Test
  void runsTheOldConfigurationWhileAnUpdateIsInProgressAndRefusesAnother() {
    createActive(lambda, "hello");
    var gate = engine.environments().holdUpdates();
    lambda.updateFunctionConfiguration(update -> update.functionName("hello").timeout(9));
    lambda.invoke(invoke -> invoke.functionName("hello"));

    assertThat(engine.environments().versions().get(0).timeout()).hasSeconds(3);
    assertThatThrownBy(
            () ->
                lambda.updateFunctionCode(
                    update -> update.functionName("hello").zipFile(EngineUnderTest.zip("two"))))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageStartingWith(
            "The operation cannot be performed at this time. An update is in progress for"
                + " resource: "
                + ARN
                + "hello");

    gate.complete(null);
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("hello"));
    lambda.invoke(invoke -> invoke.functionName("hello"));
    assertThat(engine.environments().versions().get(1).timeout()).hasSeconds(9);
    assertThat(engine.environments().versions().get(1).revision())
        .isNotEqualTo(engine.environments().versions().get(0).revision());
  }

  @Test
  void replacesTheCodeAndDeletesTheOld() throws IOException {
    var created = createActive(lambda, "hello");
    lambda.invoke(invoke -> invoke.functionName("hello"));
    var updated =
        lambda.updateFunctionCode(
            update -> update.functionName("hello").zipFile(EngineUnderTest.zip("two")));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("hello"));
    lambda.invoke(invoke -> invoke.functionName("hello"));

    assertThat(updated.codeSha256()).isNotEqualTo(created.codeSha256());
    var old = engine.environments().versions().get(0).code();
    var now = engine.environments().versions().get(1).code();
    assertThat(now.resolve("bootstrap")).hasContent("two");
    assertThat(Files.isExecutable(now.resolve("bootstrap"))).isTrue();
    assertThat(old).doesNotExist();

    lambda.deleteFunction(delete -> delete.functionName("hello"));
    assertThat(now).doesNotExist();
  }

  @Test
  void sharesOneUnpackedPackageAmongFunctions() {
    createActive(lambda, "first");
    createActive(lambda, "second");
    lambda.invoke(invoke -> invoke.functionName("first"));
    lambda.invoke(invoke -> invoke.functionName("second"));
    var folders = engine.environments().versions();
    assertThat(folders.get(0).code()).isEqualTo(folders.get(1).code());

    lambda.deleteFunction(delete -> delete.functionName("first"));
    assertThat(folders.get(1).code().resolve("bootstrap")).exists();
  }

  @Test
  void deletesAFunctionAndRetiresItsEnvironments() {
    createActive(lambda, "hello");
    var deleted = lambda.deleteFunction(delete -> delete.functionName("hello"));

    assertThat(deleted.sdkHttpResponse().statusCode()).isEqualTo(204);
    assertThat(engine.environments().retired())
        .extracting(name -> name.arn())
        .containsExactly(ARN + "hello");
    assertThatThrownBy(() -> lambda.deleteFunction(delete -> delete.functionName("hello")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("Function not found: " + ARN + "hello");
  }

  @Test
  void listsFunctionsPageByPageWithoutTheirStates() {
    IntStream.range(0, 5).forEach(i -> createActive(lambda, "fn-" + i));
    var first = lambda.listFunctions(list -> list.maxItems(2));

    assertThat(first.functions())
        .extracting(FunctionConfiguration::functionName)
        .containsExactly("fn-0", "fn-1");
    assertThat(first.functions()).allMatch(function -> function.state() == null);
    assertThat(first.nextMarker()).isNotNull();
    assertThat(lambda.listFunctionsPaginator(list -> list.maxItems(2)).functions())
        .extracting(FunctionConfiguration::functionName)
        .containsExactly("fn-0", "fn-1", "fn-2", "fn-3", "fn-4");
    assertThatThrownBy(() -> lambda.listFunctions(list -> list.functionVersion("invalid")))
        .hasMessageContaining("Member must satisfy enum value set: [ALL]");
  }
}

package dev.thaw.engine.lambda.concurrency;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.engine.lambda.TestFunctions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

/**
 * Provisioned concurrency through the SDK, with simulated environments and custom runtimes, in
 * platform time that goes fast; facts P1 to P15 as recorded from AWS 2025-11-24 and 25, the init
 * failure 2026-02-17 (localstack TestLambdaConcurrency, TestLambdaProvisionedConcurrency).
 */
final class ProvisionedConcurrencyIT {
  /** 90 s of preparation pass in 2 s. */
  private static final double SCALE = 45;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private EngineUnderTest engine;
  private LambdaClient lambda;

  @BeforeEach
  void start() {
    var fast = PlatformSettings.DEFAULT.withTimeScale(SCALE).withAccountConcurrency(200);
    engine = EngineUnderTest.withProcesses(folder, fast);
    lambda = engine.lambda();
  }

  @AfterEach
  void stop() {
    lambda.close();
    engine.close();
  }

  /** One whose environments are simulated, with version 1 and the alias "live" for it. */
  private void create(String serviceMs) {
    var times = "init: constant 20 ms; service: constant %s ms".formatted(serviceMs);
    lambda.createFunction(
        TestFunctions.request("f")
            .environment(of -> of.variables(Map.of("THAW_SIMULATED", times)))
            .build());
    lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName("f"));
    publish();
    lambda.createAlias(it -> it.functionName("f").name("live").functionVersion("1"));
  }

  private void publish() {
    var version = lambda.publishVersion(it -> it.functionName("f")).version();
    lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName("f").qualifier(version));
  }

  private String put(String qualifier, int count) {
    var put =
        lambda.putProvisionedConcurrencyConfig(
            it -> it.functionName("f").qualifier(qualifier).provisionedConcurrentExecutions(count));
    assertThat(put.lastModified()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000");
    return "%d %s %d of %d, %d"
        .formatted(
            put.sdkHttpResponse().statusCode(),
            put.statusAsString(),
            put.availableProvisionedConcurrentExecutions(),
            put.requestedProvisionedConcurrentExecutions(),
            put.allocatedProvisionedConcurrentExecutions());
  }

  private GetProvisionedConcurrencyConfigResponse get(String qualifier) {
    return lambda.getProvisionedConcurrencyConfig(it -> it.functionName("f").qualifier(qualifier));
  }

  private String state(String qualifier) {
    var state = get(qualifier);
    return "%s %d of %d, %d"
        .formatted(
            state.statusAsString(),
            state.availableProvisionedConcurrentExecutions(),
            state.requestedProvisionedConcurrentExecutions(),
            state.allocatedProvisionedConcurrentExecutions());
  }

  private void delete(String qualifier) {
    var deleted =
        lambda.deleteProvisionedConcurrencyConfig(it -> it.functionName("f").qualifier(qualifier));
    assertThat(deleted.sdkHttpResponse().statusCode()).isEqualTo(204);
  }

  private void await(String qualifier, ProvisionedConcurrencyStatusEnum status)
      throws InterruptedException {
    long endNs = System.nanoTime() + LIMIT.toNanos();
    while (get(qualifier).status() != status) {
      assertThat(System.nanoTime()).as(() -> "still " + state(qualifier)).isLessThan(endNs);
      Thread.sleep(20);
    }
  }

  private void awaitReady(String qualifier) throws InterruptedException {
    await(qualifier, ProvisionedConcurrencyStatusEnum.READY);
  }

  /** The initialization type that the function itself sees. */
  private String invoke(String qualifier) {
    var answer =
        lambda.invoke(
            it -> it.functionName("f").qualifier(qualifier).payload(SdkBytes.fromUtf8String("{}")));
    var text = answer.payload().asUtf8String();
    assertThat(answer.functionError()).as(text).isNull();
    return text.contains("provisioned-concurrency")
        ? "provisioned-concurrency"
        : text.contains("on-demand") ? "on-demand" : text;
  }

  /** P1, P3, P4 and P11. */
  @Test
  void environmentsAreStartedAheadAndServeWhenAllAreReady() throws InterruptedException {
    create("1");
    assertThat(put("1", 5)).isEqualTo("202 IN_PROGRESS 0 of 5, 0");
    assertThat(get("1").statusReason()).isNull();
    assertThat(state("1")).startsWith("IN_PROGRESS 0 of 5");
    assertThat(invoke("1")).isEqualTo("on-demand");
    awaitReady("1");

    assertThat(state("1")).isEqualTo("READY 5 of 5, 5");
    assertThat(invoke("1")).isEqualTo("provisioned-concurrency");
    assertThat(invoke("$LATEST")).isEqualTo("on-demand");
    delete("1");
    assertThat(invoke("1")).isEqualTo("on-demand");
    assertRefused(
        () -> get("1"),
        404,
        "ProvisionedConcurrencyConfigNotFoundException",
        "No Provisioned Concurrency Config found for this function");
    delete("1");
  }

  /** P4, and P13. */
  @Test
  void anAliasProvisionsTheVersionThatItPointsTo() throws InterruptedException {
    create("1");
    put("live", 1);
    awaitReady("live");

    assertThat(invoke("live")).isEqualTo("provisioned-concurrency");
    assertThat(invoke("1")).isEqualTo("provisioned-concurrency");
    var listed =
        lambda
            .listProvisionedConcurrencyConfigs(it -> it.functionName("f"))
            .provisionedConcurrencyConfigs();
    assertThat(listed)
        .singleElement()
        .satisfies(it -> assertThat(it.functionArn()).isEqualTo(ARN + "f:live"));
    lambda.deleteAlias(it -> it.functionName("f").name("live"));
    assertRefused(
        () -> get("live"),
        404,
        "ResourceNotFoundException",
        "Cannot find alias arn: " + ARN + "f:live");
    assertThat(
            lambda
                .listProvisionedConcurrencyConfigs(it -> it.functionName("f"))
                .provisionedConcurrencyConfigs())
        .isEmpty();
    assertThat(invoke("1")).isEqualTo("on-demand");
  }

  /** P5: the one environment is busy, so the second invocation spills over. */
  @Test
  void moreThanProvisionedSpillsOver() throws InterruptedException {
    create("2000");
    put("1", 1);
    awaitReady("1");

    var first = CompletableFuture.supplyAsync(() -> invoke("1"));
    var second = CompletableFuture.supplyAsync(() -> invoke("1"));
    assertThat(List.of(first.join(), second.join()))
        .containsExactlyInAnyOrder("provisioned-concurrency", "on-demand");
    assertThat(invoke("1")).isEqualTo("provisioned-concurrency");
  }

  /** R6, P6 and P7. */
  @Test
  void takesItsShareOfWhatIsReserved() throws InterruptedException {
    create("1");
    put("1", 2);
    awaitReady("1");
    assertRefused(
        () -> reserve(1),
        400,
        "InvalidParameterValueException",
        " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned"
            + " concurrency [2].");
    reserve(2);
    assertRefused(
        () -> lambda.invoke(it -> it.functionName("f")),
        429,
        "TooManyRequestsException",
        "Rate Exceeded.");
    assertThat(invoke("1")).isEqualTo("provisioned-concurrency");
    TestFunctions.change(lambda, "f", "other");
    publish();
    var text =
        "Requested Provisioned Concurrency should not be greater than the"
            + " reservedConcurrentExecution for function";
    assertRefused(() -> put("2", 1), 400, "InvalidParameterValueException", text);
    assertRefused(() -> put("1", 3), 400, "InvalidParameterValueException", text);
  }

  /** The documentation: as soon as it is requested. */
  @Test
  void blocksTheUnpublishedVersionFromTheRequestOn() {
    create("1");
    reserve(1);
    assertThat(invoke("$LATEST")).isEqualTo("on-demand");
    put("1", 1);
    assertRefused(() -> invoke("$LATEST"), 429, "TooManyRequestsException", "Rate Exceeded.");
  }

  private void reserve(int count) {
    lambda.putFunctionConcurrency(it -> it.functionName("f").reservedConcurrentExecutions(count));
  }

  /** P8. */
  @Test
  void leavesTheAccountItsUnreservedConcurrency() {
    create("1");
    assertRefused(
        () -> put("1", 201),
        400,
        "InvalidParameterValueException",
        "Specified ConcurrentExecutions for function is greater than account's unreserved"
            + " concurrency [200].");
    assertRefused(
        () -> put("1", 101),
        400,
        "InvalidParameterValueException",
        "Specified ConcurrentExecutions for function decreases account's"
            + " UnreservedConcurrentExecution below its minimum value of [100].");
    assertThat(put("1", 100)).isEqualTo("202 IN_PROGRESS 0 of 100, 0");
    lambda.deleteFunction(it -> it.functionName("f"));
    create("1");
    assertThat(put("1", 100)).isEqualTo("202 IN_PROGRESS 0 of 100, 0");
  }

  /** P9, P10 and P11. */
  @Test
  void isOfVersionsAndAliasesThatExist() {
    create("1");
    assertRefused(
        () -> put("1", 0),
        400,
        "ValidationException",
        "1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to"
            + " satisfy constraint: Member must have value greater than or equal to 1");
    assertRefused(
        () -> put("$LATEST", 1),
        400,
        "InvalidParameterValueException",
        "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
    var published = "The function resource provided must be an alias or a published version.";
    assertRefused(() -> get("$LATEST"), 400, "InvalidParameterValueException", published);
    assertRefused(() -> delete("$LATEST"), 400, "InvalidParameterValueException", published);
    var alias = "Cannot find alias arn: " + ARN + "f:noalias";
    assertRefused(() -> put("noalias", 1), 404, "ResourceNotFoundException", alias);
    assertRefused(() -> get("noalias"), 404, "ResourceNotFoundException", alias);
    assertRefused(() -> delete("noalias"), 404, "ResourceNotFoundException", alias);
    var version = "Function not found: " + ARN + "f:10";
    assertRefused(() -> put("10", 1), 404, "ResourceNotFoundException", version);
    assertRefused(() -> get("10"), 404, "ResourceNotFoundException", version);
    assertRefused(() -> delete("10"), 404, "ResourceNotFoundException", version);
    assertRefused(
        () -> lambda.listProvisionedConcurrencyConfigs(it -> it.functionName("doesnotexist")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "doesnotexist");
    assertRefused(
        () ->
            lambda.getProvisionedConcurrencyConfig(
                it -> it.functionName("doesnotexist").qualifier("noalias")),
        404,
        "ResourceNotFoundException",
        "Cannot find alias arn: " + ARN + "doesnotexist:noalias");
    assertRefused(
        () ->
            lambda.deleteProvisionedConcurrencyConfig(
                it -> it.functionName("doesnotexist").qualifier("1")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "doesnotexist:1");
  }

  /** P12. */
  @Test
  void isOfAVersionOrOfItsAliasButNotOfBoth() {
    create("1");
    put("1", 1);
    assertRefused(
        () -> put("live", 1),
        409,
        "ResourceConflictException",
        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned"
            + " version");
    delete("1");
    put("live", 1);
    assertRefused(
        () -> put("1", 1),
        409,
        "ResourceConflictException",
        "Version is pointed by a Provisioned Concurrency alias");
    // P16: a request that overwrites another one.
    assertThat(put("live", 2)).isEqualTo("202 IN_PROGRESS 0 of 2, 0");
  }

  /** P14. */
  @Test
  void followsItsAlias() throws InterruptedException {
    create("1");
    put("live", 1);
    awaitReady("live");
    TestFunctions.change(lambda, "f", "other");
    publish();
    lambda.updateAlias(it -> it.functionName("f").name("live").functionVersion("2"));

    assertThat(state("live")).isEqualTo("IN_PROGRESS 1 of 1, 1");
    assertThat(invoke("1")).isEqualTo("provisioned-concurrency");
    awaitReady("live");
    assertThat(invoke("1")).isEqualTo("on-demand");
    assertThat(invoke("2")).isEqualTo("provisioned-concurrency");
    assertThat(invoke("live")).isEqualTo("provisioned-concurrency");
    assertRefused(
        () -> get("2"),
        404,
        "ProvisionedConcurrencyConfigNotFoundException",
        "No Provisioned Concurrency Config found for this function");
  }

  /** Six attempts, each with a log stream of its own; the function fails on demand, too. */
  @Test
  void failsAfterSixInits() throws InterruptedException {
    lambda.createFunction(
        TestFunctions.request("f")
            .runtime("provided.al2023")
            .code(code -> code.zipFile(EngineUnderTest.zip("#!/bin/sh\nexit 1\n")))
            .build());
    lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName("f"));
    publish();
    put("1", 1);
    await("1", ProvisionedConcurrencyStatusEnum.FAILED);

    assertThat(state("1")).isEqualTo("FAILED 0 of 1, 0");
    assertThat(get("1").statusReason()).isEqualTo("FUNCTION_ERROR_INIT_FAILURE");
    try (var logs = engine.logs()) {
      var streams = logs.describeLogStreams(it -> it.logGroupName("/aws/lambda/f")).logStreams();
      assertThat(streams).hasSize(6);
    }
  }
}

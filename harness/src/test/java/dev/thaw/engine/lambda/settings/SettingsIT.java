package dev.thaw.engine.lambda.settings;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.lambda.LambdaCase;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.lambda.model.UpdateRuntimeOn;

/** Settings of accounts and functions, as recorded 2025-11-25 in localstack test_lambda_api. */
final class SettingsIT extends LambdaCase {
  @Test
  void tellsTheLimitsOfTheAccount() {
    createActive(lambda, "f");
    lambda.putFunctionConcurrency(put -> put.functionName("f").reservedConcurrentExecutions(100));
    var limit = lambda.getAccountSettings().accountLimit();
    assertThat(limit.concurrentExecutions()).isEqualTo(1000);
    assertThat(limit.unreservedConcurrentExecutions()).isEqualTo(900);
    assertThat(limit.codeSizeUnzipped()).isEqualTo(262_144_000);
    assertThat(limit.codeSizeZipped()).isEqualTo(52_428_800);
    assertThat(limit.totalCodeSize()).isEqualTo(322_122_547_200L);
  }

  /** Each published version counts once more: test_account_settings_total_code_size. */
  @Test
  void addsUpTheCodeOfAllVersions() {
    var before = lambda.getAccountSettings().accountUsage();
    assertThat(before.functionCount()).isZero();
    assertThat(before.totalCodeSize()).isZero();

    createActive(lambda, "f");
    long size = EngineUnderTest.zip("one").asByteArray().length;
    assertThat(lambda.getAccountSettings().accountUsage().totalCodeSize()).isEqualTo(size);
    lambda.publishVersion(publish -> publish.functionName("f"));
    var after = lambda.getAccountSettings().accountUsage();
    assertThat(after.functionCount()).isEqualTo(1);
    assertThat(after.totalCodeSize()).isEqualTo(2 * size);
  }

  @Test
  void keepsWhatToDoAboutRecursion() {
    createActive(lambda, "f");
    assertThat(recursion()).isEqualTo(RecursiveLoop.TERMINATE);
    lambda.putFunctionRecursionConfig(
        put -> put.functionName("f").recursiveLoop(RecursiveLoop.ALLOW));
    assertThat(recursion()).isEqualTo(RecursiveLoop.ALLOW);
    assertRefused(
        () -> lambda.putFunctionRecursionConfig(p -> p.functionName("f").recursiveLoop("Never")),
        400,
        "ValidationException",
        "1 validation error detected: Value 'Never' at 'recursiveLoop' failed to satisfy"
            + " constraint: Member must satisfy enum value set: [Terminate, Allow]");
    lambda.deleteFunction(delete -> delete.functionName("f"));
    assertRefused(
        this::recursion, 404, "ResourceNotFoundException", "Function not found: " + ARN + "f");
    createActive(lambda, "f");
    assertThat(recursion()).isEqualTo(RecursiveLoop.TERMINATE);
  }

  private RecursiveLoop recursion() {
    return lambda.getFunctionRecursionConfig(get -> get.functionName("f")).recursiveLoop();
  }

  @Test
  void keepsWhenToUpdateTheRuntime() {
    createActive(lambda, "f");
    var automatic = lambda.getRuntimeManagementConfig(get -> get.functionName("f"));
    assertThat(automatic.updateRuntimeOn()).isEqualTo(UpdateRuntimeOn.AUTO);
    assertThat(automatic.functionArn()).isEqualTo(ARN + "f:$LATEST");
    assertThat(automatic.runtimeVersionArn()).isNull();

    var version =
        lambda
            .getFunctionConfiguration(get -> get.functionName("f"))
            .runtimeVersionConfig()
            .runtimeVersionArn();
    lambda.putRuntimeManagementConfig(
        put ->
            put.functionName("f")
                .updateRuntimeOn(UpdateRuntimeOn.MANUAL)
                .runtimeVersionArn(version));
    var manual = lambda.getRuntimeManagementConfig(get -> get.functionName("f"));
    assertThat(manual.updateRuntimeOn()).isEqualTo(UpdateRuntimeOn.MANUAL);
    assertThat(manual.runtimeVersionArn()).isEqualTo(version);

    assertRefused(
        () ->
            lambda.putRuntimeManagementConfig(
                put ->
                    put.functionName("f")
                        .updateRuntimeOn(UpdateRuntimeOn.MANUAL)
                        .runtimeVersionArn("arn:aws:lambda:eu-west-1::runtime:other")),
        400,
        "InvalidParameterValueException",
        "The runtime version arn:aws:lambda:eu-west-1::runtime:other is not available here; this"
            + " function's is "
            + version);
  }

  @Test
  void namesCodeSigningAsLacking() {
    createActive(lambda, "f");
    assertRefused(
        () ->
            lambda.putFunctionCodeSigningConfig(
                put ->
                    put.functionName("f")
                        .codeSigningConfigArn(
                            "arn:aws:lambda:eu-west-1:111111111111:code-signing-config:csc-x")),
        501,
        "NotImplemented",
        "PutFunctionCodeSigningConfig is not implemented by this engine");
  }
}

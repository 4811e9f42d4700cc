package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvironmentVariablesTest {
  private static Map<String, String> variables(String runtime, Map<String, String> user) {
    return variables(runtime, InitializationType.ON_DEMAND, user);
  }

  private static Map<String, String> variables(
      String runtime, InitializationType type, Map<String, String> user) {
    var function =
        new FunctionVersion(
            TestFleet.NAME,
            "$LATEST",
            "1",
            runtime,
            "example.Handler",
            new Memory(512),
            Duration.ofSeconds(3),
            Path.of("/code"),
            user);
    return EnvironmentVariables.of(
        new EnvironmentIdentity(
            function, type, "id", "2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef"),
        Path.of("/environment/tmp"));
  }

  /** P3, recorded 2025-11-24. */
  @Test
  void tellWhatTheEnvironmentWasInitialisedFor() {
    assertThat(variables("java21", InitializationType.PROVISIONED_CONCURRENCY, Map.of()))
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "provisioned-concurrency");
  }

  /** I12, recorded 2026-01-12. */
  @Test
  void areLambdasOwn() {
    assertThat(variables("java21", Map.of()))
        .containsEntry("AWS_EXECUTION_ENV", "AWS_Lambda_java21")
        .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "work")
        .containsEntry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
        .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
        .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/work")
        .containsEntry(
            "AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef")
        .containsEntry("AWS_REGION", "eu-west-1")
        .containsEntry("AWS_DEFAULT_REGION", "eu-west-1")
        .containsEntry("_HANDLER", "example.Handler")
        .containsEntry("LAMBDA_TASK_ROOT", "/code")
        .containsEntry("LAMBDA_RUNTIME_DIR", "/var/runtime")
        .containsEntry("LANG", "en_US.UTF-8")
        .containsEntry("TZ", ":UTC")
        .containsEntry("TMPDIR", "/environment/tmp")
        .containsKeys(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_XRAY_DAEMON_ADDRESS",
            "AWS_XRAY_CONTEXT_MISSING",
            "LD_LIBRARY_PATH",
            "PATH")
        .doesNotContainKeys("_X_AMZN_TRACE_ID", "AWS_LAMBDA_FUNCTION_TIMEOUT", "HOME");
  }

  @Test
  void executionEnvironmentIsAbsentForCustomRuntimes() {
    assertThat(variables("provided.al2023", Map.of())).doesNotContainKey("AWS_EXECUTION_ENV");
  }

  @Test
  void userChangesDefaultsButNotWhatIsReserved() {
    var variables =
        variables("java21", Map.of("TZ", "Europe/Berlin", "AWS_REGION", "mars-1", "COLOUR", "red"));

    assertThat(variables)
        .containsEntry("TZ", "Europe/Berlin")
        .containsEntry("COLOUR", "red")
        .containsEntry("AWS_REGION", "eu-west-1");
  }
}

package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A custom runtime in sh and curl, held to what was recorded from AWS: the numbers in the names are
 * those of the recordings (localstack 2024-04-08 to 2026-01-12).
 */
final class CustomRuntimeIT {
  /** Runs the event as a piece of shell; what that prints to file descriptor 3 is the answer. */
  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
      COUNT=0
      %s
      while true; do
        EVENT=$(curl -sS -D "$TMPDIR/headers" "$API/invocation/next") || exit 9
        ID=$(sed -n 's/^lambda-runtime-aws-request-id: *\\([-0-9a-f]*\\).*/\\1/Ip' "$TMPDIR/headers")
        COUNT=$((COUNT + 1))
        KIND=response
        TYPE=
        : >"$TMPDIR/answer"
        eval "$EVENT" 3>"$TMPDIR/answer"
        curl -sS -o /dev/null -H "Lambda-Runtime-Function-Error-Type: $TYPE" \\
          -H "Transfer-Encoding: chunked" --data-binary @"$TMPDIR/answer" \\
          "$API/invocation/$ID/$KIND"
      done
      """;

  private static final String START = "START RequestId: <id> Version: $LATEST\n";
  private static final String END = "END RequestId: <id>\n";
  private static final String REPORT =
      "REPORT RequestId: <id>\tDuration: <n> ms\tBilled Duration: <n> ms"
          + "\tMemory Size: 512 MB\tMax Memory Used: <n> MB";

  private static TestFleet test;

  @BeforeAll
  static void startFleet() throws IOException {
    test = TestFleet.startPatiently();
  }

  @AfterAll
  static void closeFleet() throws IOException {
    test.close();
  }

  /** A function of that name whose runtime runs that piece of shell when it is initialised. */
  private static FunctionVersion shell(String name, String init) throws IOException {
    return shell(test, name, init);
  }

  private static FunctionVersion shell(TestFleet test, String name, String init)
      throws IOException {
    return test.named(name, test.custom(BOOTSTRAP.formatted(init)));
  }

  private static TestFleet startImpatiently() throws IOException {
    return TestFleet.start(settings -> settings.withInitLimit(Duration.ofSeconds(3)));
  }

  @Test
  void i9OutputStandsBetweenStartAndEnd() throws Exception {
    var function = shell("output", "echo initialising");

    var answer =
        test.invoke(function, "echo one; echo two >&2; printf three; echo \\\"$COUNT\\\" >&3");

    assertThat(answer.payload()).isEqualTo("\"1\"\n");
    assertThat(answer.maskedLog())
        .isEqualTo(
            "initialising\n"
                + START
                + "one\ntwo\nthree"
                + END
                + REPORT
                + "\tInit Duration: <n> ms\t\n");
    assertThat(test.maskedStream(function))
        .startsWith("INIT_START Runtime Version: provided:al2023.v1\tRuntime Version ARN: ")
        .contains("\ninitialising\nSTART ");
  }

  @Test
  void i4TimeoutKeepsTmpButNotTheProcess() throws Exception {
    var function = TestFleet.withTimeout(shell("timeout", ""), Duration.ofSeconds(3));
    assertThat(test.invoke(function, "echo $COUNT >&3").payload()).isEqualTo("1\n");

    var slow = test.invoke(function, "echo kept >\"$TMPDIR/file\"; echo before; sleep 60");
    var next = test.invoke(function, "echo $COUNT $(cat \"$TMPDIR/file\") >&3");

    assertThat(slow.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":"
                + "\"RequestId: <id> Error: Task timed out after 3.00 seconds\"}");
    assertThat(slow.result().functionError()).isEqualTo("Unhandled");
    assertThat(slow.result().log()).contains("\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\t");
    assertThat(slow.maskedLog())
        .isEqualTo(START + "before\n" + END + REPORT + "\tStatus: timeout\n");
    assertThat(next.payload()).isEqualTo("1 kept\n");
    assertThat(next.maskedLog()).isEqualTo(START + END + REPORT + "\t\n");
    assertThat(test.streams(function)).hasSize(1);
  }

  @Test
  void timeoutAndRetirementEndGrandchildrenToo() throws Exception {
    var function = TestFleet.withTimeout(shell("family", ""), Duration.ofSeconds(3));
    var folder = Files.createTempDirectory(test.workFolder().getParent(), "pids");
    var child = "sleep 300 >/dev/null 2>&1 & echo $! >";

    test.invoke(function, child + folder.resolve("first") + "; sleep 60");
    Processes.awaitEnd(Long.parseLong(Files.readString(folder.resolve("first")).strip()));

    test.invoke(function, child + folder.resolve("second"));
    long second = Long.parseLong(Files.readString(folder.resolve("second")).strip());
    assertThat(Processes.lives(second)).isTrue();
    test.fleet().retire(function.name());
    Processes.awaitEnd(second);
  }

  @Test
  void i5DeathByASignal() throws Exception {
    var function = shell("signal", "");

    var killed = test.invoke(function, "echo dying; kill -9 $$");

    assertThat(killed.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                + "\"RequestId: <id> Error: Runtime exited with error: signal: killed\"}");
    assertThat(killed.maskedLog())
        .isEqualTo(
            START
                + "dying\n"
                + END
                + REPORT
                + "\tInit Duration: <n> ms\tStatus: error\tError Type: Runtime.ExitError\n");
  }

  @Test
  void i5ExitDuringInitWithStatusZero() throws Exception {
    var function = shell("init-exit", "echo bye; exit 0");

    var failed = test.invoke(function, "");

    assertThat(failed.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                + "\"RequestId: <id> Error: Runtime exited without providing a reason\"}");
    assertThat(failed.maskedLog())
        .isEqualTo(
            "bye\n"
                + "INIT_REPORT Init Duration: <n> ms\tPhase: init"
                + "\tStatus: error\tError Type: Runtime.ExitError\n"
                + "bye\n"
                + "INIT_REPORT Init Duration: <n> ms\tPhase: invoke"
                + "\tStatus: error\tError Type: Runtime.ExitError\n"
                + START
                + END
                + REPORT
                + "\tStatus: error\tError Type: Runtime.ExitError\n");
  }

  @Test
  void i6InitErrorThatTheRuntimeReports() throws Exception {
    var function =
        shell(
            "init-error",
            """
            curl -sS -o /dev/null -H "Lambda-Runtime-Function-Error-Type: Runtime.NoSuchModule" \\
              -d '{"errorMessage":"none","errorType":"Runtime.NoSuchModule"}' "$API/init/error"
            exit 1
            """);

    var failed = test.invoke(function, "");

    assertThat(failed.payload())
        .isEqualTo("{\"errorMessage\":\"none\",\"errorType\":\"Runtime.NoSuchModule\"}");
    assertThat(failed.maskedLog())
        .endsWith(START + END + REPORT + "\tStatus: error\tError Type: Runtime.NoSuchModule\n");
  }

  @Test
  void initBeyondItsLimitIsRepeatedWithinTheInvocation() throws Exception {
    try (var test = startImpatiently()) {
      var function =
          shell(
              test,
              "slow-init",
              "test -e \"$TMPDIR/again\" || { touch \"$TMPDIR/again\"; sleep 60; }");

      var answer = test.invoke(function, "echo $COUNT >&3");

      assertThat(answer.payload()).isEqualTo("1\n");
      assertThat(answer.maskedLog())
          .isEqualTo(
              "INIT_REPORT Init Duration: <n> ms\tPhase: init\tStatus: timeout\n"
                  + START
                  + END
                  + REPORT
                  + "\t\n");
    }
  }

  @Test
  void initBeyondItsLimitAndTheTimeout() throws Exception {
    try (var test = startImpatiently()) {
      var function =
          TestFleet.withTimeout(shell(test, "endless", "sleep 60"), Duration.ofSeconds(3));

      var failed = test.invoke(function, "");

      assertThat(failed.payload()).contains("Task timed out after 3.00 seconds");
      assertThat(failed.maskedLog())
          .isEqualTo(
              "INIT_REPORT Init Duration: <n> ms\tPhase: init\tStatus: timeout\n"
                  + "INIT_REPORT Init Duration: <n> ms\tPhase: invoke\tStatus: timeout\n"
                  + START
                  + END
                  + REPORT
                  + "\tStatus: timeout\n");
    }
  }

  @Test
  void packageWithoutBootstrap() throws Exception {
    var code = Files.createTempDirectory(test.workFolder().getParent(), "empty");
    var function = test.named("empty", test.function("provided.al2023", code, Map.of()));

    var failed = test.invoke(function, "");

    assertThat(failed.maskedPayload())
        .isEqualTo(
            "{\"errorType\":\"Runtime.InvalidEntrypoint\",\"errorMessage\":\"RequestId: <id> Error:"
                + " Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]\"}");
    assertThat(failed.maskedLog())
        .endsWith("\tStatus: error\tError Type: Runtime.InvalidEntrypoint\n");
  }

  @Test
  void i2ErrorOfTheHandlerKeepsTheEnvironment() throws Exception {
    var function = shell("error", "");

    var failed = test.invoke(function, "KIND=error; TYPE=Function.Oops; echo '{}' >&3");
    var next = test.invoke(function, "echo $COUNT >&3");

    assertThat(failed.payload()).isEqualTo("{}\n");
    assertThat(failed.result().functionError()).isEqualTo("Unhandled");
    assertThat(failed.maskedLog()).isEqualTo(START + END + REPORT + "\tInit Duration: <n> ms\t\n");
    assertThat(next.payload()).isEqualTo("2\n");
  }

  @Test
  void i7TooLargeAResponseInChunks() throws Exception {
    var function = shell("large", "");

    var failed = test.invoke(function, "head -c 7000000 /dev/zero >&3");
    var next = test.invoke(function, "head -c 6291556 /dev/zero | tr '\\\\0' x >&3");

    assertThat(failed.payload()).contains("Function.ResponseSizeTooLarge");
    assertThat(next.result().functionError()).isNull();
    assertThat(next.result().payload()).hasSize(6_291_556);
  }

  @Test
  void wrongRequestIdIsRefused() throws Exception {
    var function = shell("wrong-id", "");

    var answer =
        test.invoke(
            function,
            "curl -s -w ' %{http_code}' -d x \"$API/invocation/"
                + "00000000-0000-4000-8000-000000000000/response\" >&3");

    assertThat(answer.payload())
        .isEqualTo(
            "{\"errorType\":\"InvalidRequestID\",\"errorMessage\":\"Invalid request ID\"} 400");
  }

  @Test
  void i12NothingOfThisMachineGetsIntoTheVariables() throws Exception {
    var function = shell("variables", "");

    var names = test.invoke(function, "env | sed 's/=.*//' >&3").payload().lines();

    var ofTheShell = Set.of("PWD", "OLDPWD", "SHLVL", "_");
    assertThat(names.filter(name -> !ofTheShell.contains(name)))
        .containsExactlyInAnyOrder(
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_XRAY_CONTEXT_MISSING",
            "AWS_XRAY_DAEMON_ADDRESS",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT",
            "LANG",
            "LD_LIBRARY_PATH",
            "PATH",
            "TMPDIR",
            "TZ",
            "_HANDLER");
  }

  @Test
  void worksInItsPackagesFolderAndSeesTheCallsOwnArn() throws Exception {
    var function = shell("folder", "");

    var answer =
        test.invoke(
            function,
            "{ pwd; sed -n 's/^lambda-runtime-invoked-function-arn: //Ip' \"$TMPDIR/headers\"; }"
                + " | tr -d '\\r' >&3");

    assertThat(answer.payload().lines())
        .containsExactly(function.code().toRealPath().toString(), TestFleet.NAME.arn());
  }
}

package dev.thaw.engine.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Environments of all kinds that are initialised ahead, in a fleet of real processes. */
final class ProvisionedEnvironmentIT {
  private static final long LIMIT_SECONDS = 120;

  /** Answers one event with its initialization type, and exits when the second one comes. */
  private static final String ONCE =
      """
      #!/bin/sh
      API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
      ID=$(curl -sS -o /dev/null -D - "$API/invocation/next" \\
        | tr -d '\\r' | sed -n 's/^lambda-runtime-aws-request-id: //Ip')
      curl -sS -o /dev/null --data "\\"$AWS_LAMBDA_INITIALIZATION_TYPE\\"" \\
        "$API/invocation/$ID/response"
      """;

  private static TestFleet test;

  @BeforeAll
  static void startFleet() throws IOException {
    test = TestFleet.startPatiently();
  }

  @AfterAll
  static void closeFleet() throws IOException {
    test.close();
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private static ProvisionedEnvironment provision(FunctionVersion function) throws Exception {
    return get(test.fleet().provision(function, () -> {}));
  }

  private static String invoke(ProvisionedEnvironment environment, String payload)
      throws Exception {
    return new String(get(environment.invoke(TestFleet.request(payload))).payload(), UTF_8);
  }

  @Test
  void javaIsInitialisedAheadAndKnowsIt() throws Exception {
    var function = test.named("java-ahead", test.sample(Map.of()));
    var environment = provision(function);
    assertThat(test.maskedStream(function))
        .endsWith("INIT_REPORT Init Duration: <n> ms\tPhase: init\tStatus: success\n");

    assertThat(invoke(environment, "{}")).contains("\"provisioned-concurrency\"");
    assertThat(environment.isIntact()).isTrue();
    assertThat(test.maskedStream(function)).doesNotContain("\tInit Duration");
    assertThat(test.fleet().environments(function.name())).isEqualTo(1);
    environment.end();
  }

  @Test
  void isNotUsedForInvocationsOnDemand() throws Exception {
    var function =
        test.named(
            "apart",
            test.sample(Map.of("THAW_SIMULATED", "init: constant 1 ms; service: constant 1 ms")));
    var environment = provision(function);

    assertThat(test.invoke(function, "{}").payload()).contains("\"on-demand\"");
    assertThat(invoke(environment, "{}")).contains("\"provisioned-concurrency\"");
    assertThat(test.fleet().environments(function.name())).isEqualTo(2);
    environment.end();
  }

  @Test
  void customRuntimeThatExitsBetweenInvocationsIsLost() throws Exception {
    var function = test.named("lost", test.custom(ONCE));
    var lost = new CountDownLatch(1);
    var environment = get(test.fleet().provision(function, lost::countDown));

    assertThat(invoke(environment, "1")).isEqualTo("\"provisioned-concurrency\"");
    assertThat(lost.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(environment.isIntact()).isFalse();
    environment.end();
  }

  @Test
  void isNotIntactAfterATimeout() throws Exception {
    var slow =
        test.named(
            "slow", test.custom(ONCE.replace("curl -sS -o /dev/null --data", "sleep 60 # ")));
    var environment = provision(TestFleet.withTimeout(slow, Duration.ofSeconds(1)));

    assertThat(invoke(environment, "1")).contains("Task timed out");
    assertThat(environment.isIntact()).isFalse();
    environment.end();
  }

  @Test
  void initThatFailsLeavesNothingBehind() throws Exception {
    var function = test.named("failing", test.custom("#!/bin/sh\nexit 1\n"));
    var answer = test.fleet().provision(function, () -> {});

    assertThatThrownBy(() -> get(answer)).hasCauseInstanceOf(InitFailedException.class);
    assertThat(test.fleet().environments(function.name())).isZero();
  }
}

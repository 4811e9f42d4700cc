package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.invocation.Memory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The lifecycle with every duration chosen, so that every line of the log is known. */
final class ExecutionEnvironmentTest {
  private static final FunctionVersion FUNCTION =
      new FunctionVersion(
          TestFleet.NAME,
          "$LATEST",
          "1",
          "java17",
          "example.Handler",
          new Memory(128),
          Duration.ofSeconds(3),
          Path.of("/nowhere"),
          Map.of());

  private final ManualClock clock = new ManualClock();
  private final ManualLoop loop = new ManualLoop(clock);
  private final ScriptedSandbox sandbox = new ScriptedSandbox(loop);
  private final StringBuilder stream = new StringBuilder();
  private final List<ExecutionEnvironment> released = new ArrayList<>();
  private final ExecutionEnvironment environment =
      new ExecutionEnvironment(
          FUNCTION,
          FleetSettings.in(Path.of("/nowhere"), clock),
          sandbox,
          new EnvironmentLog(
              (group, name, at, message) -> stream.append(message), clock, "group", "stream"),
          released::add);

  private CompletableFuture<InvocationResult> invoke(String id) {
    var answer =
        environment.invoke(
            new InvocationRequest(id, "arn", "{}".getBytes(StandardCharsets.UTF_8), null));
    loop.run();
    return answer;
  }

  private void started() {
    sandbox.last().listener.started(clock.nanoTime());
  }

  private void ready() {
    sandbox.last().listener.ready(clock.nanoTime());
  }

  private void responded(String payload) {
    sandbox.last().listener.responded(clock.nanoTime(), payload.getBytes(StandardCharsets.UTF_8));
  }

  private void exited(int value) {
    sandbox.last().listener.exited(clock.nanoTime(), new ExitStatus(value));
  }

  private void after(double ms) {
    loop.advance(Duration.ofNanos(Math.round(ms * 1e6)));
  }

  private static Failure error(String type) {
    return Failure.posted(type, "{\"errorType\":\"Oops\"}".getBytes(StandardCharsets.UTF_8));
  }

  private static String payload(InvocationResult result) {
    return new String(result.payload(), StandardCharsets.UTF_8);
  }

  /** Init in 110.1 ms, then an invocation of 3.01 ms; the figures of localstack, 2023-09-04. */
  private InvocationResult warmUp() {
    var answer = invoke("cold");
    started();
    after(110.1);
    ready();
    after(3.01);
    responded("\"done\"");
    ready();
    return answer.join();
  }

  @Test
  void coldInvocationWaitsForInitWhichIsReportedAndBilled() {
    var result = warmUp();

    assertThat(result.functionError()).isNull();
    assertThat(payload(result)).isEqualTo("\"done\"");
    assertThat(result.log())
        .isEqualTo(
            "START RequestId: cold Version: $LATEST\n"
                + "END RequestId: cold\n"
                + "REPORT RequestId: cold\tDuration: 3.01 ms\tBilled Duration: 114 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tInit Duration: 110.10 ms\t\n");
    assertThat(TestFleet.mask(stream.toString()))
        .startsWith(
            "INIT_START Runtime Version: java:17.v1\t"
                + "Runtime Version ARN: arn:aws:lambda:eu-west-1::runtime:<hash>\nSTART");
    assertThat(released).containsExactly(environment);
    assertThat(loop.hasPlans()).isFalse();
  }

  @Test
  void warmInvocationHasNoInit() {
    warmUp();
    after(5000);

    var answer = invoke("warm");
    after(2.9);
    sandbox.last().unflushed.add("hello\n");
    responded("1");

    assertThat(answer.join().log())
        .isEqualTo(
            "START RequestId: warm Version: $LATEST\n"
                + "hello\n"
                + "END RequestId: warm\n"
                + "REPORT RequestId: warm\tDuration: 2.90 ms\tBilled Duration: 3 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n");
    assertThat(sandbox.starts()).isEqualTo(1);
  }

  @Test
  void deadlineCountsFromTheStartOfTheInvocation() {
    warmUp();
    var deliveries = sandbox.last().deliveries;
    invoke("warm");

    // 110.1 ms of init and 3.01 ms of work after noon, and 3 s of timeout.
    long noonMs = 1_795_435_200_000L;
    assertThat(deliveries.get(0).deadlineMs()).isEqualTo(noonMs + 110 + 3000);
    assertThat(deliveries.get(1).deadlineMs()).isEqualTo(noonMs + 113 + 3000);
  }

  @Test
  void invocationWaitsUntilTheRuntimeAsksForIt() {
    var cold = invoke("cold");
    started();
    ready();
    responded("1");
    cold.join();

    invoke("early");
    assertThat(sandbox.last().deliveries).hasSize(1);
    after(0.5);
    ready();
    assertThat(sandbox.last().deliveries).hasSize(2);
  }

  @Test
  void timeoutKillsTheRuntimeAndTheNextInvocationStartsAnotherOnItsOwnTime() {
    warmUp();
    var first = sandbox.last();
    var answer = invoke("slow");
    after(3000);

    assertThat(payload(answer.join()))
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\","
                + "\"errorMessage\":\"RequestId: slow Error: Task timed out after 3.00 seconds\"}");
    assertThat(answer.join().functionError()).isEqualTo("Unhandled");
    assertThat(answer.join().log())
        .endsWith(
            "REPORT RequestId: slow\tDuration: 3000.00 ms\tBilled Duration: 3000 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tStatus: timeout\n");
    assertThat(first.isKilled).isTrue();
    assertThat(sandbox.starts()).isEqualTo(1);

    stream.setLength(0);
    var next = invoke("next");
    assertThat(sandbox.starts()).isEqualTo(2);
    started();
    after(200);
    ready();
    after(10);
    responded("1");
    assertThat(next.join().log())
        .isEqualTo(stream.toString())
        .isEqualTo(
            "START RequestId: next Version: $LATEST\n"
                + "END RequestId: next\n"
                + "REPORT RequestId: next\tDuration: 210.00 ms\tBilled Duration: 210 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n");
  }

  @Test
  void nothingIsHeardOfARuntimeThatWasKilled() {
    warmUp();
    var first = sandbox.last();
    invoke("slow");
    after(3000);
    var next = invoke("next");
    started();

    first.listener.responded(clock.nanoTime(), new byte[0]);
    first.listener.exited(clock.nanoTime(), new ExitStatus(137));
    first.listener.printed("late\n");

    assertThat(next).isNotDone();
    assertThat(stream).doesNotContain("late");
  }

  @Test
  void exitDuringAnInvocationResetsTheEnvironment() {
    warmUp();
    var answer = invoke("crash");
    after(7);
    exited(1);

    assertThat(payload(answer.join()))
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                + "\"RequestId: crash Error: Runtime exited with error: exit status 1\"}");
    assertThat(answer.join().log())
        .endsWith("\tMax Memory Used: 36 MB\tStatus: error\tError Type: Runtime.ExitError\n");
    invoke("next");
    assertThat(sandbox.starts()).isEqualTo(2);
  }

  @Test
  void reportedErrorKeepsTheEnvironmentIfTheRuntimeGoesOn() {
    warmUp();
    var answer = invoke("bad");
    after(4);
    sandbox.last().listener.failed(clock.nanoTime(), error("Function.Oops"));
    assertThat(answer).isNotDone();
    after(1);
    ready();

    assertThat(payload(answer.join())).isEqualTo("{\"errorType\":\"Oops\"}");
    assertThat(answer.join().functionError()).isEqualTo("Unhandled");
    assertThat(answer.join().log())
        .endsWith(
            "\tDuration: 4.00 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB"
                + "\tMax Memory Used: 36 MB\t\n");
    invoke("next");
    assertThat(sandbox.last().deliveries).hasSize(3);
  }

  @Test
  void reportedErrorThatEndsTheRuntimeIsItsAnswer() {
    warmUp();
    var answer = invoke("bad");
    sandbox.last().listener.failed(clock.nanoTime(), error("java.lang.OutOfMemoryError"));
    exited(1);

    assertThat(payload(answer.join())).isEqualTo("{\"errorType\":\"Oops\"}");
    assertThat(answer.join().log()).endsWith("\tStatus: error\tError Type: Runtime.ExitError\n");
  }

  @Test
  void initErrorIsRepeatedWithinTheInvocation() {
    var answer = invoke("cold");
    started();
    after(150.79);
    sandbox.last().listener.initFailed(clock.nanoTime(), error("Runtime.UserCodeSyntaxError"));
    assertThat(sandbox.starts()).isEqualTo(2);
    after(9);
    started();
    after(1329.49);
    sandbox.last().listener.initFailed(clock.nanoTime(), error("Runtime.UserCodeSyntaxError"));

    // The order of lines, and a duration that holds the second init: a console log of 2025-02-10.
    assertThat(answer.join().log())
        .isEqualTo(
            "INIT_REPORT Init Duration: 150.79 ms\tPhase: init\tStatus: error"
                + "\tError Type: Runtime.UserCodeSyntaxError\n"
                + "INIT_REPORT Init Duration: 1329.49 ms\tPhase: invoke\tStatus: error"
                + "\tError Type: Runtime.UserCodeSyntaxError\n"
                + "START RequestId: cold Version: $LATEST\n"
                + "END RequestId: cold\n"
                + "REPORT RequestId: cold\tDuration: 1338.49 ms\tBilled Duration: 1339 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB"
                + "\tStatus: error\tError Type: Runtime.UserCodeSyntaxError\n");
    assertThat(payload(answer.join())).isEqualTo("{\"errorType\":\"Oops\"}");
    assertThat(stream.toString().split("INIT_START", -1)).hasSize(2);
  }

  @Test
  void exitDuringInitIsRepeatedAndMaySucceed() {
    var answer = invoke("cold");
    started();
    after(50);
    exited(0);
    started();
    after(100);
    ready();
    after(5);
    responded("1");

    assertThat(answer.join().functionError()).isNull();
    assertThat(answer.join().log())
        .isEqualTo(
            "INIT_REPORT Init Duration: 50.00 ms\tPhase: init\tStatus: error"
                + "\tError Type: Runtime.ExitError\n"
                + "START RequestId: cold Version: $LATEST\n"
                + "END RequestId: cold\n"
                + "REPORT RequestId: cold\tDuration: 105.00 ms\tBilled Duration: 105 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n");
  }

  @Test
  void initBeyondTenSecondsMovesIntoTheInvocationAndItsTimeout() {
    var answer = invoke("cold");
    started();
    after(10_000);
    assertThat(sandbox.starts()).isEqualTo(2);
    started();
    after(3000);

    assertThat(answer.join().log())
        .isEqualTo(
            "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout\n"
                + "INIT_REPORT Init Duration: 3000.00 ms\tPhase: invoke\tStatus: timeout\n"
                + "START RequestId: cold Version: $LATEST\n"
                + "END RequestId: cold\n"
                + "REPORT RequestId: cold\tDuration: 3000.00 ms\tBilled Duration: 3000 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tStatus: timeout\n");
    assertThat(payload(answer.join())).contains("Sandbox.Timedout");
  }

  @Test
  void packageWithNothingToStartFailsTheInvocation() {
    var answer = invoke("cold");
    for (int attempt = 0; attempt < 2; attempt++) {
      started();
      sandbox.last().listener.unstartable(clock.nanoTime(), "Runtime.InvalidEntrypoint", "none");
    }

    assertThat(payload(answer.join()))
        .isEqualTo(
            "{\"errorType\":\"Runtime.InvalidEntrypoint\","
                + "\"errorMessage\":\"RequestId: cold Error: none\"}");
  }

  @Test
  void runtimeThatExitsWhileIdleIsStartedAnewByTheNextInvocation() {
    warmUp();
    exited(0);
    var answer = invoke("next");
    assertThat(sandbox.starts()).isEqualTo(2);
    started();
    ready();
    responded("1");

    assertThat(answer.join().functionError()).isNull();
  }

  @Test
  void runtimeThatExitsInsteadOfAskingIsStartedAnewForTheWaitingInvocation() {
    var cold = invoke("cold");
    started();
    ready();
    responded("1");
    cold.join();
    var answer = invoke("next");
    exited(1);
    started();
    ready();
    responded("2");

    assertThat(payload(answer.join())).isEqualTo("2");
  }

  @Test
  void outputBetweenInvocationsGoesToTheStreamAlone() {
    warmUp();
    sandbox.last().listener.printed("background\n");
    var answer = invoke("warm");
    responded("1");

    assertThat(stream).contains("background\n");
    assertThat(answer.join().log()).doesNotContain("background");
  }

  @Test
  void endKillsAndRemovesAndFailsWhatIsGoingOn() {
    warmUp();
    var answer = invoke("warm");
    environment.end();
    environment.end();
    loop.run();

    assertThat(sandbox.last().isKilled).isTrue();
    assertThat(sandbox.isRemoved()).isTrue();
    assertThatThrownBy(answer::join).hasMessageContaining("was ended with its engine");
    assertThatThrownBy(() -> invoke("late").join()).hasMessageContaining("was ended");
  }

  @Test
  void failureOfTheEngineFailsTheFuture() {
    var answer = invoke("cold");
    sandbox.last().listener.broken(new IllegalStateException("cannot fork"));

    assertThatThrownBy(answer::join).hasMessageContaining("cannot fork");
  }
}

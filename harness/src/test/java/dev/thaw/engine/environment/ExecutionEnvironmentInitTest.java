package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of an Init phase that fails, with every duration chosen. */
final class ExecutionEnvironmentInitTest {
  private final ScriptedEnvironment it = new ScriptedEnvironment();

  @Test
  void initErrorIsRepeatedWithinTheInvocation() {
    var answer = it.invoke("cold");
    it.started();
    it.after(150.79);
    it.sandbox
        .last()
        .listener
        .initFailed(it.clock.nanoTime(), ScriptedEnvironment.error("Runtime.UserCodeSyntaxError"));
    assertThat(it.sandbox.starts()).isEqualTo(2);
    it.after(9);
    it.started();
    it.after(1329.49);
    it.sandbox
        .last()
        .listener
        .initFailed(it.clock.nanoTime(), ScriptedEnvironment.error("Runtime.UserCodeSyntaxError"));

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
    assertThat(ScriptedEnvironment.payload(answer.join())).isEqualTo("{\"errorType\":\"Oops\"}");
    assertThat(it.stream.toString().split("INIT_START", -1)).hasSize(2);
  }

  @Test
  void exitDuringInitIsRepeatedAndMaySucceed() {
    var answer = it.invoke("cold");
    it.started();
    it.after(50);
    it.exited(0);
    it.started();
    it.after(100);
    it.ready();
    it.after(5);
    it.responded("1");

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
    var answer = it.invoke("cold");
    it.started();
    it.after(10_000);
    assertThat(it.sandbox.starts()).isEqualTo(2);
    it.started();
    it.after(3000);

    assertThat(answer.join().log())
        .isEqualTo(
            "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout\n"
                + "INIT_REPORT Init Duration: 3000.00 ms\tPhase: invoke\tStatus: timeout\n"
                + "START RequestId: cold Version: $LATEST\n"
                + "END RequestId: cold\n"
                + "REPORT RequestId: cold\tDuration: 3000.00 ms\tBilled Duration: 3000 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tStatus: timeout\n");
    assertThat(ScriptedEnvironment.payload(answer.join())).contains("Sandbox.Timedout");
  }

  @Test
  void packageWithNothingToStartFailsTheInvocation() {
    var answer = it.invoke("cold");
    for (int attempt = 0; attempt < 2; attempt++) {
      it.started();
      it.sandbox
          .last()
          .listener
          .unstartable(it.clock.nanoTime(), "Runtime.InvalidEntrypoint", "none");
    }

    assertThat(ScriptedEnvironment.payload(answer.join()))
        .isEqualTo(
            "{\"errorType\":\"Runtime.InvalidEntrypoint\","
                + "\"errorMessage\":\"RequestId: cold Error: none\"}");
  }
}

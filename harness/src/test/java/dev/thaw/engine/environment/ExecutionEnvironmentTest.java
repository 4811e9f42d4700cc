package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The lifecycle with every duration chosen, so that every line of the log is known. */
final class ExecutionEnvironmentTest {
  private final ScriptedEnvironment it = new ScriptedEnvironment();

  @Test
  void coldInvocationWaitsForInitWhichIsReportedAndBilled() {
    var result = it.warmUp();

    assertThat(result.functionError()).isNull();
    assertThat(ScriptedEnvironment.payload(result)).isEqualTo("\"done\"");
    assertThat(result.log())
        .isEqualTo(
            "START RequestId: cold Version: $LATEST\n"
                + "END RequestId: cold\n"
                + "REPORT RequestId: cold\tDuration: 3.01 ms\tBilled Duration: 114 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tInit Duration: 110.10 ms\t\n");
    assertThat(TestFleet.mask(it.stream.toString()))
        .startsWith(
            "INIT_START Runtime Version: java:17.v1\t"
                + "Runtime Version ARN: arn:aws:lambda:eu-west-1::runtime:<hash>\nSTART");
    assertThat(it.released).containsExactly(it.environment);
    assertThat(it.loop.hasPlans()).isFalse();
  }

  @Test
  void warmInvocationHasNoInit() {
    it.warmUp();
    it.after(5000);

    var answer = it.invoke("warm");
    it.after(2.9);
    it.sandbox.last().unflushed.add("hello\n");
    it.responded("1");

    assertThat(answer.join().log())
        .isEqualTo(
            "START RequestId: warm Version: $LATEST\n"
                + "hello\n"
                + "END RequestId: warm\n"
                + "REPORT RequestId: warm\tDuration: 2.90 ms\tBilled Duration: 3 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n");
    assertThat(it.sandbox.starts()).isEqualTo(1);
  }

  @Test
  void deadlineCountsFromTheStartOfTheInvocation() {
    it.warmUp();
    var deliveries = it.sandbox.last().deliveries;
    it.begin("warm");

    // 110.1 ms of init and 3.01 ms of work after noon, and 3 s of timeout.
    long noonMs = 1_795_435_200_000L;
    assertThat(deliveries.get(0).deadlineMs()).isEqualTo(noonMs + 110 + 3000);
    assertThat(deliveries.get(1).deadlineMs()).isEqualTo(noonMs + 113 + 3000);
  }

  @Test
  void invocationWaitsUntilTheRuntimeAsksForIt() {
    var cold = it.invoke("cold");
    it.started();
    it.ready();
    it.responded("1");
    cold.join();

    it.begin("early");
    assertThat(it.sandbox.last().deliveries).hasSize(1);
    it.after(0.5);
    it.ready();
    assertThat(it.sandbox.last().deliveries).hasSize(2);
  }

  @Test
  void timeoutKillsTheRuntimeAndTheNextInvocationStartsAnotherOnItsOwnTime() {
    it.warmUp();
    var first = it.sandbox.last();
    var answer = it.invoke("slow");
    it.after(3000);

    assertThat(ScriptedEnvironment.payload(answer.join()))
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\","
                + "\"errorMessage\":\"RequestId: slow Error: Task timed out after 3.00 seconds\"}");
    assertThat(answer.join().functionError()).isEqualTo("Unhandled");
    assertThat(answer.join().log())
        .endsWith(
            "REPORT RequestId: slow\tDuration: 3000.00 ms\tBilled Duration: 3000 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tStatus: timeout\n");
    assertThat(first.isKilled).isTrue();
    assertThat(it.sandbox.starts()).isEqualTo(1);

    it.stream.setLength(0);
    var next = it.invoke("next");
    assertThat(it.sandbox.starts()).isEqualTo(2);
    it.started();
    it.after(200);
    it.ready();
    it.after(10);
    it.responded("1");
    assertThat(next.join().log())
        .isEqualTo(it.stream.toString())
        .isEqualTo(
            "START RequestId: next Version: $LATEST\n"
                + "END RequestId: next\n"
                + "REPORT RequestId: next\tDuration: 210.00 ms\tBilled Duration: 210 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n");
  }

  @Test
  void nothingIsHeardOfARuntimeThatWasKilled() {
    it.warmUp();
    var first = it.sandbox.last();
    it.begin("slow");
    it.after(3000);
    var next = it.invoke("next");
    it.started();

    first.listener.responded(it.clock.nanoTime(), new byte[0]);
    first.listener.exited(it.clock.nanoTime(), new ExitStatus(137));
    first.listener.printed("late\n");

    assertThat(next).isNotDone();
    assertThat(it.stream).doesNotContain("late");
  }

  @Test
  void exitDuringAnInvocationResetsTheEnvironment() {
    it.warmUp();
    var answer = it.invoke("crash");
    it.after(7);
    it.exited(1);

    assertThat(ScriptedEnvironment.payload(answer.join()))
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                + "\"RequestId: crash Error: Runtime exited with error: exit status 1\"}");
    assertThat(answer.join().log())
        .endsWith("\tMax Memory Used: 36 MB\tStatus: error\tError Type: Runtime.ExitError\n");
    it.begin("next");
    assertThat(it.sandbox.starts()).isEqualTo(2);
  }

  @Test
  void reportedErrorKeepsTheEnvironmentIfTheRuntimeGoesOn() {
    it.warmUp();
    var answer = it.invoke("bad");
    it.after(4);
    it.sandbox
        .last()
        .listener
        .failed(it.clock.nanoTime(), ScriptedEnvironment.error("Function.Oops"));
    assertThat(answer).isNotDone();
    it.after(1);
    it.ready();

    assertThat(ScriptedEnvironment.payload(answer.join())).isEqualTo("{\"errorType\":\"Oops\"}");
    assertThat(answer.join().functionError()).isEqualTo("Unhandled");
    assertThat(answer.join().log())
        .endsWith(
            "\tDuration: 4.00 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB"
                + "\tMax Memory Used: 36 MB\t\n");
    it.begin("next");
    assertThat(it.sandbox.last().deliveries).hasSize(3);
  }

  @Test
  void reportedErrorThatEndsTheRuntimeIsItsAnswer() {
    it.warmUp();
    var answer = it.invoke("bad");
    it.sandbox
        .last()
        .listener
        .failed(it.clock.nanoTime(), ScriptedEnvironment.error("java.lang.OutOfMemoryError"));
    it.exited(1);

    assertThat(ScriptedEnvironment.payload(answer.join())).isEqualTo("{\"errorType\":\"Oops\"}");
    assertThat(answer.join().log()).endsWith("\tStatus: error\tError Type: Runtime.ExitError\n");
  }

  @Test
  void runtimeThatExitsWhileIdleIsStartedAnewByTheNextInvocation() {
    it.warmUp();
    it.exited(0);
    var answer = it.invoke("next");
    assertThat(it.sandbox.starts()).isEqualTo(2);
    it.started();
    it.ready();
    it.responded("1");

    assertThat(answer.join().functionError()).isNull();
  }

  @Test
  void runtimeThatExitsInsteadOfAskingIsStartedAnewForTheWaitingInvocation() {
    var cold = it.invoke("cold");
    it.started();
    it.ready();
    it.responded("1");
    cold.join();
    var answer = it.invoke("next");
    it.exited(1);
    it.started();
    it.ready();
    it.responded("2");

    assertThat(ScriptedEnvironment.payload(answer.join())).isEqualTo("2");
  }

  @Test
  void outputBetweenInvocationsGoesToTheStreamAlone() {
    it.warmUp();
    it.sandbox.last().listener.printed("background\n");
    var answer = it.invoke("warm");
    it.responded("1");

    assertThat(it.stream).contains("background\n");
    assertThat(answer.join().log()).doesNotContain("background");
  }

  @Test
  void endKillsAndRemovesAndFailsWhatIsGoingOn() {
    it.warmUp();
    var answer = it.invoke("warm");
    it.environment.end();
    it.environment.end();
    it.loop.run();

    assertThat(it.sandbox.last().isKilled).isTrue();
    assertThat(it.sandbox.isRemoved()).isTrue();
    assertThatThrownBy(answer::join).hasMessageContaining("was ended with its engine");
    assertThatThrownBy(() -> it.invoke("late").join()).hasMessageContaining("was ended");
  }

  @Test
  void failureOfTheEngineFailsTheFuture() {
    var answer = it.invoke("cold");
    it.sandbox.last().listener.broken(new IllegalStateException("cannot fork"));

    assertThatThrownBy(answer::join).hasMessageContaining("cannot fork");
  }
}

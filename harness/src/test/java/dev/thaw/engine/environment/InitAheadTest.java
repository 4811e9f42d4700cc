package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.invocation.InitializationType;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An environment that is initialised before anybody invokes it, with every duration chosen. */
final class InitAheadTest {
  private static final String INIT_START = "INIT_START Runtime Version: java:17.v1";

  private final ScriptedEnvironment it =
      new ScriptedEnvironment(InitializationType.PROVISIONED_CONCURRENCY);

  private CompletableFuture<Void> initialize() {
    var initialized = it.environment.initialize();
    it.loop.run();
    it.started();
    return initialized;
  }

  private static void assertFailed(CompletableFuture<Void> initialized, String errorType) {
    assertThatThrownBy(initialized::join)
        .hasCauseInstanceOf(InitFailedException.class)
        .hasMessageContaining(errorType);
  }

  /** INIT_REPORT at once, and no Init Duration in the REPORT of the first invocation. */
  @Test
  void reportsItsInitApartFromInvocations() {
    var initialized = initialize();
    it.after(110.1);
    assertThat(initialized).isNotDone();
    it.ready();
    assertThat(initialized).isCompleted();
    assertThat(it.stream.toString())
        .startsWith(INIT_START)
        .endsWith("INIT_REPORT Init Duration: 110.10 ms\tPhase: init\tStatus: success\n");

    it.after(5_000);
    var answer = it.invoke("first");
    it.after(3.01);
    it.responded("1");
    it.ready();
    assertThat(answer.join().log())
        .isEqualTo(
            "START RequestId: first Version: $LATEST\n"
                + "END RequestId: first\n"
                + "REPORT RequestId: first\tDuration: 3.01 ms\tBilled Duration: 4 ms"
                + "\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n");
    assertThat(it.released).containsExactly(it.environment);
  }

  /** 130 s or the function's timeout of 3 s, whichever is longer. */
  @Test
  void mayTakeLongerThanOnDemand() {
    var initialized = initialize();
    it.after(129_999);
    assertThat(initialized).isNotDone();
    it.ready();
    assertThat(initialized).isCompleted();
    assertThat(it.loop.hasPlans()).isFalse();
  }

  @Test
  void endsWithAnInitThatTakesTooLong() {
    var initialized = initialize();
    it.after(130_001);
    assertFailed(initialized, "Sandbox.Timedout");
    assertThat(it.stream.toString())
        .endsWith("INIT_REPORT Init Duration: 130000.00 ms\tPhase: init\tStatus: timeout\n");
    assertThat(it.sandbox.last().isKilled).isTrue();
    assertThat(it.sandbox.isRemoved()).isTrue();
  }

  @Test
  void endsWithAnInitThatFails() {
    var initialized = initialize();
    it.after(50);
    it.exited(1);
    assertFailed(initialized, "Runtime.ExitError");
    assertThat(it.sandbox.starts()).isEqualTo(1);
    assertThat(it.stream.toString())
        .endsWith(
            "INIT_REPORT Init Duration: 50.00 ms\tPhase: init\tStatus: error"
                + "\tError Type: Runtime.ExitError\n");
  }

  @Test
  void failsToInitializeWhenItIsEnded() {
    var initialized = initialize();
    it.environment.end();
    it.loop.run();
    assertThat(initialized).isCompletedExceptionally();
  }

  @Test
  void tellsItsOwnerWhenItsRuntimeEndsBetweenInvocations() {
    var unused = initialize();
    it.after(10);
    it.ready();
    assertThat(it.losses).isZero();
    it.exited(0);
    assertThat(it.losses).isEqualTo(1);
  }
}

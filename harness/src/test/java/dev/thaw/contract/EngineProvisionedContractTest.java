package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.lambda.admission.ProvisionedState;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine keeps the contract, with simulated environments on a clock that the test moves; and
 * what the model has no word for: its functions have one version, so what happens when an alias
 * moves to another one is the engine's alone.
 */
final class EngineProvisionedContractTest extends ProvisionedContract {
  @TempDir private Path folder;

  @Override
  Platform platform() {
    return contractCase -> new VirtualEngine(folder, contractCase).run();
  }

  private static ProvisionedState live(
      int allocated, int available, ProvisionedStatus status, String at) {
    return new ProvisionedState("live", 1, allocated, available, status, at);
  }

  /**
   * Recorded from AWS (test_lambda_provisioned_concurrency_moves_with_alias, 2023-03-21): in
   * progress with one allocated and one available at first, and in the end the old version is on
   * demand and the new one provisioned. Requested at 0 s and moved at 300 s, each is ready 90.01 s
   * later.
   */
  @Test
  void anAliasThatMovesTakesItsProvisionedConcurrencyAlongWhenThatIsReady() {
    try (var versions = new VirtualVersions(folder)) {
      versions.provisionAs("live", "1");
      assertThat(versions.state("live")).isEqualTo(live(0, 0, ProvisionedStatus.IN_PROGRESS, "0"));
      versions.advance(Duration.ofMinutes(5));
      assertThat(versions.state("live")).isEqualTo(live(1, 1, ProvisionedStatus.READY, "0"));

      versions.move("live", "2");
      versions.advance(Duration.ofSeconds(90));
      assertThat(versions.state("live")).isEqualTo(live(1, 1, ProvisionedStatus.IN_PROGRESS, "0"));
      assertThat(versions.isProvisioned("1")).isTrue();
      assertThat(versions.isProvisioned("2")).isFalse();

      versions.advance(Duration.ofMillis(20));
      assertThat(versions.state("live")).isEqualTo(live(1, 1, ProvisionedStatus.READY, "0"));
      assertThat(versions.isProvisioned("1")).isFalse();
      assertThat(versions.isProvisioned("2")).isTrue();
    }
  }

  /** To 2 at 300 s and on to 3 at 330 s: 1 serves until 3 is ready, at 420.01 s. */
  @Test
  void anAliasThatMovesOnBeforeThatIsServedByTheVersionThatWasReady() {
    try (var versions = new VirtualVersions(folder)) {
      versions.provisionAs("live", "1");
      versions.advance(Duration.ofMinutes(5));
      versions.move("live", "2");
      versions.advance(Duration.ofSeconds(30));
      versions.move("live", "3");

      versions.advance(Duration.ofSeconds(90));
      assertThat(versions.isProvisioned("1")).isTrue();
      assertThat(versions.isProvisioned("2")).isFalse();
      assertThat(versions.isProvisioned("3")).isFalse();

      versions.advance(Duration.ofMillis(20));
      assertThat(versions.isProvisioned("1")).isFalse();
      assertThat(versions.isProvisioned("2")).isFalse();
      assertThat(versions.isProvisioned("3")).isTrue();
    }
  }
}

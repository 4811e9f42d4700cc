package dev.thaw.engine.lambda.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.environment.Attachments;
import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.ManualClock;
import dev.thaw.engine.environment.ManualLoop;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Memory;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.provisioned.AutoScaling;
import dev.thaw.rules.provisioned.Capacity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What becomes of provisioned environments, on a clock and with environments that the test moves.
 * Preparation takes 90 s, and one environment starts every 10 ms from then on.
 */
final class ProvisionedConfigsTest {
  private static final InvocationRequest REQUEST =
      new InvocationRequest("id", "arn", new byte[0], null);
  private static final FunctionName NAME = new FunctionName("eu-west-1", "123456789012", "f");

  private final ManualClock clock = new ManualClock();
  private final ManualLoop loop = new ManualLoop(clock);
  private final ScriptedProvision environments = new ScriptedProvision();
  private final Accounts accounts = new Accounts(1_000, clock);
  private final AccountConcurrency account = accounts.of(NAME);
  private final ProvisionedConfigs configs =
      new ProvisionedConfigs(
          accounts,
          Provisioner.on(
              new PlatformTime(clock, 1, loop.timer()), clock, environments, Duration.ofHours(2)));

  private static FunctionVersion version(String number) {
    return new FunctionVersion(
        NAME,
        number,
        "revision",
        "java17",
        "example.Handler",
        new Memory(128),
        Duration.ofSeconds(3),
        Path.of("/nowhere"),
        Map.of(),
        Attachments.NONE);
  }

  /** Requests so many for version 1, and lets all of them be initialised. */
  private void provision(int count) {
    configs.put(version("1"), "1", count, "");
    loop.advance(Duration.ofSeconds(100));
    environments.initialiseAll();
    assertThat(state("1")).isEqualTo("READY %d of %1$d, %1$d".formatted(count));
  }

  private String state(String qualifier) {
    var state = configs.find(NAME, qualifier).orElseThrow();
    return "%s %d of %d, %d"
        .formatted(state.status(), state.available(), state.requested(), state.allocated());
  }

  private void invoke(String number, Class<? extends Ticket> expected) {
    var unused = invocation(number, expected);
  }

  private CompletableFuture<?> invocation(String number, Class<? extends Ticket> expected) {
    var ticket = account.admit(version(number));
    assertThat(ticket).isInstanceOf(expected);
    return ticket instanceof Ticket.Admitted admitted
        ? admitted.run(environments, version(number), REQUEST)
        : CompletableFuture.completedFuture(null);
  }

  @Test
  void nothingIsStartedWhileItIsPrepared() {
    configs.put(version("1"), "1", 3, "");
    loop.advance(Duration.ofSeconds(90));
    assertThat(environments.starting()).isZero();
    loop.advance(Duration.ofMillis(20));
    assertThat(environments.starting()).isEqualTo(2);
    loop.advance(Duration.ofMillis(10));
    assertThat(environments.starting()).isEqualTo(3);
  }

  @Test
  void noneServesBeforeAllAreInitialised() {
    configs.put(version("1"), "1", 2, "");
    loop.advance(Duration.ofSeconds(91));
    environments.initialise();
    assertThat(state("1")).isEqualTo("IN_PROGRESS 0 of 2, 1");
    invoke("1", Ticket.OnDemand.class);
    environments.initialise();
    assertThat(state("1")).isEqualTo("READY 2 of 2, 2");
    invoke("1", Ticket.OnProvisioned.class);
  }

  @Test
  void whatIsUsedIsTold() {
    provision(2);
    account.reserve(NAME, 50);
    var ticket = (Ticket.Admitted) account.admit(version("1"));
    assertThat(ticket.level()).isEqualTo(new Level(1, 0, 50, 1, 1, 0.5));
    var spilled = (Ticket.Admitted) account.admit(version("2"));
    assertThat(spilled.level()).isEqualTo(new Level(2, 0, 50, 2, 0, Double.NaN));
    assertThat(spilled.isSpillOver()).isFalse();
  }

  @Test
  void moreThanServeSpillOver() {
    provision(1);
    var first = invocation("1", Ticket.OnProvisioned.class);
    var second = (Ticket.Admitted) account.admit(version("1"));
    assertThat(second.isSpillOver()).isTrue();
    environments.answer();
    assertThat(first).isCompleted();
    invoke("1", Ticket.OnProvisioned.class);
  }

  @Test
  void anEnvironmentThatIsLostIsReplacedWithoutPreparation() {
    provision(2);
    environments.lose(0);
    assertThat(environments.isEnded(0)).isTrue();
    assertThat(state("1")).isEqualTo("READY 1 of 2, 1");
    loop.advance(Duration.ofMillis(10));
    environments.initialise();
    assertThat(state("1")).isEqualTo("READY 2 of 2, 2");
  }

  @Test
  void anEnvironmentThatItsInvocationResetIsReplaced() {
    provision(1);
    invoke("1", Ticket.OnProvisioned.class);
    environments.breakAll();
    environments.answer();
    assertThat(environments.isEnded(0)).isTrue();
    assertThat(state("1")).isEqualTo("READY 0 of 1, 0");
    loop.advance(Duration.ofMillis(10));
    assertThat(environments.starting()).isEqualTo(1);
  }

  @Test
  void environmentsAreRecycledAfterTheirLifetime() {
    provision(1);
    loop.advance(Duration.ofMinutes(119));
    assertThat(environments.isEnded(0)).isFalse();
    loop.advance(Duration.ofMinutes(2));
    assertThat(environments.isEnded(0)).isTrue();
    environments.initialise();
    assertThat(state("1")).isEqualTo("READY 1 of 1, 1");
  }

  @Test
  void oneThatIsBusyAtTheEndOfItsLifetimeEndsWithItsInvocation() {
    provision(1);
    invoke("1", Ticket.OnProvisioned.class);
    loop.advance(Duration.ofMinutes(121));
    assertThat(environments.isEnded(0)).isFalse();
    environments.answer();
    assertThat(environments.isEnded(0)).isTrue();
    loop.advance(Duration.ofMillis(10));
    assertThat(environments.starting()).isEqualTo(1);
  }

  @Test
  void sixFailedInitsFailTheRequest() {
    configs.put(version("1"), "1", 1, "");
    loop.advance(Duration.ofSeconds(91));
    for (int attempt = 0; attempt < 6; attempt++) {
      assertThat(state("1")).startsWith("IN_PROGRESS");
      environments.fail();
      loop.advance(Duration.ofMillis(10));
    }
    assertThat(state("1")).isEqualTo("FAILED 0 of 1, 0");
    assertThat(environments.starting()).isZero();
    invoke("1", Ticket.OnDemand.class);
  }

  @Test
  void aFailedRaiseLeavesWhatServed() {
    provision(1);
    configs.put(version("1"), "1", 3, "");
    loop.advance(Duration.ofSeconds(91));
    environments.initialise();
    for (int attempt = 0; attempt < 6; attempt++) {
      environments.fail();
      loop.advance(Duration.ofMillis(10));
    }
    assertThat(state("1")).isEqualTo("FAILED 1 of 3, 1");
    assertThat(environments.living()).isEqualTo(1);
    invoke("1", Ticket.OnProvisioned.class);
  }

  @Test
  void loweringEndsIdleOnesAtOnceAndBusyOnesAfterTheirInvocation() {
    provision(3);
    invoke("1", Ticket.OnProvisioned.class);
    invoke("1", Ticket.OnProvisioned.class);
    configs.put(version("1"), "1", 1, "");
    assertThat(environments.living()).isEqualTo(2);
    environments.answer();
    environments.answer();
    assertThat(environments.living()).isEqualTo(1);
  }

  @Test
  void deletingEndsWhatIsStillInitialised() {
    configs.put(version("1"), "1", 2, "");
    assertThat(account.unreserved()).isEqualTo(998);
    loop.advance(Duration.ofSeconds(91));
    environments.initialise();
    configs.delete(NAME, "1");
    assertThat(account.unreserved()).isEqualTo(1_000);
    environments.initialise();
    assertThat(environments.living()).isZero();
    assertThat(configs.find(NAME, "1")).isEmpty();
    loop.advance(Duration.ofMinutes(5));
    assertThat(environments.starting()).isZero();
  }

  @Test
  void aDeletedFunctionTakesEverythingWithIt() {
    provision(2);
    account.reserve(NAME, 5);
    account.forget(NAME);
    assertThat(environments.living()).isZero();
    assertThat(account.unreserved()).isEqualTo(1_000);
    assertThat(account.claimed()).isZero();
  }

  @Test
  void anAliasKeepsWhatItHadUntilItsNewVersionIsReady() {
    configs.put(version("1"), "live", 1, "");
    loop.advance(Duration.ofSeconds(91));
    environments.initialise();
    configs.move(version("2"), "live");
    assertThat(state("live")).isEqualTo("IN_PROGRESS 1 of 1, 1");
    invoke("2", Ticket.OnDemand.class);
    loop.advance(Duration.ofSeconds(91));
    environments.initialise();
    assertThat(state("live")).isEqualTo("READY 1 of 1, 1");
    assertThat(environments.isEnded(0)).isTrue();
    invoke("2", Ticket.OnProvisioned.class);
    invoke("1", Ticket.OnDemand.class);
  }

  @Test
  void anAliasThatMovesBackInBetweenKeepsItsEnvironments() {
    configs.put(version("1"), "live", 1, "");
    loop.advance(Duration.ofSeconds(91));
    environments.initialise();
    configs.move(version("2"), "live");
    configs.move(version("1"), "live");
    assertThat(state("live")).isEqualTo("READY 1 of 1, 1");
    loop.advance(Duration.ofMinutes(5));
    assertThat(environments.starting()).isZero();
    assertThat(configs.provisionedAs(NAME, "1")).contains("live");
  }

  /** A synchronous invocation counts as a request of the account's on any environment. */
  @Test
  void accountsRequestsPerSecondHoldForProvisionedOnesToo() {
    provision(100);
    for (int i = 0; i < 100; i++) {
      invoke("1", Ticket.OnProvisioned.class);
    }
    // The account's bucket of 10,000 less those 100.
    for (int i = 0; i < 9_900; i++) {
      invoke("2", Ticket.OnDemand.class);
      environments.answerOnDemand();
    }
    environments.answer();
    var throttled = account.admit(version("1"));
    assertThat(throttled).isEqualTo(new Ticket.Throttled(Admission.ACCOUNT_RATE));
    // It gave its environment back.
    assertThat(account.admitAsync(version("1"))).isInstanceOf(Ticket.OnProvisioned.class);
  }

  @Test
  void autoScalingSeesTheMinutesUtilization() {
    provision(2);
    invoke("1", Ticket.OnProvisioned.class);
    invoke("1", Ticket.OnProvisioned.class);
    var still = new AutoScaling(new Capacity(1, 10), null, List.of());
    assertThat(configs.minute(NAME, "1", still, 0)).hasValue(2);
    assertThat(configs.minute(NAME, "2", still, 0)).isEmpty();
  }
}

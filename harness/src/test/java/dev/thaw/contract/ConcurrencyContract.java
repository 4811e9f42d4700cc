package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.model.Tally;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Lambda's rules of concurrency, one case for each. No two things happen at the same instant but
 * the arrivals of a burst.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
abstract class ConcurrencyContract {
  private static final Map<Admission, Long> NONE = Map.of();

  /** Who is held to it. */
  abstract Platform platform();

  private static ContractFunction seconds(int service) {
    return ContractFunction.taking(Duration.ofSeconds(service));
  }

  private static ContractFunction tenMs() {
    return ContractFunction.taking(Duration.ofMillis(10));
  }

  private Tally run(int account, int seconds, ContractFunction function) {
    return platform().run(ContractCase.of(account, seconds, function)).get(0).tally();
  }

  @Test
  void eachConcurrentInvocationHasAnEnvironmentOfItsOwn() {
    // 2.5 s long and 1 s apart: the fourth finds the first one's environment.
    var tally =
        run(
            1_000,
            60,
            ContractFunction.taking(Duration.ofMillis(2_500)).under("constant 1/s for 10 s", 0));
    assertThat(tally).isEqualTo(new Tally(10, 3, 7, 0, NONE, 0));
  }

  @Test
  void accountLimitThrottlesWhatIsBeyondIt() {
    var tally = run(20, 60, seconds(2).under("burst 25", 0).under("burst 1", 3));
    assertThat(tally)
        .isEqualTo(new Tally(26, 20, 1, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 5L), 0));
  }

  @Test
  void accountLimitIsSharedByItsFunctions() {
    var first = seconds(2).named("first").under("burst 7", 0);
    var second = seconds(2).named("second").under("burst 7", 1).under("burst 7", 2.5);
    var observed = platform().run(ContractCase.of(10, 60, first, second));
    assertThat(observed.get(0).tally()).isEqualTo(new Tally(7, 7, 0, 0, NONE, 0));
    // At 1 s three are left; at 2.5 s those three still run.
    assertThat(observed.get(1).tally())
        .isEqualTo(new Tally(14, 10, 0, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 4L), 0));
  }

  @Test
  void initCountsAsConcurrency() {
    // Init until 3 s, handler until 4 s.
    var function =
        seconds(1)
            .initialising(Duration.ofSeconds(3))
            .under("burst 1", 0)
            .under("burst 1", 2)
            .under("burst 1", 3.5)
            .under("burst 1", 5);
    assertThat(run(1, 60, function))
        .isEqualTo(new Tally(4, 1, 1, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 2L), 0));
  }

  @Test
  void reservedConcurrencyIsALimit() {
    assertThat(run(1_000, 60, seconds(2).reserving(3).under("burst 5", 0)))
        .isEqualTo(new Tally(5, 3, 0, 0, Map.of(Admission.RESERVED_CONCURRENCY, 2L), 0));
  }

  @Test
  void reservedConcurrencyIsAGuarantee() {
    var greedy = seconds(5).named("greedy").under("burst 105", 0);
    var reserving = seconds(5).named("reserving").reserving(10).under("burst 10", 1);
    var observed = platform().run(ContractCase.of(110, 60, greedy, reserving));
    assertThat(observed.get(0).tally())
        .isEqualTo(new Tally(105, 100, 0, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 5L), 0));
    assertThat(observed.get(1).tally()).isEqualTo(new Tally(10, 10, 0, 0, NONE, 0));
  }

  @Test
  void reservedZeroThrottlesEverything() {
    assertThat(run(1_000, 60, seconds(1).reserving(0).under("constant 1/s for 10 s", 0)))
        .isEqualTo(new Tally(10, 0, 0, 0, Map.of(Admission.RESERVED_CONCURRENCY, 10L), 0));
  }

  /**
   * A bucket of 10, refilled by one in 100 ms, asked every 50 ms: the 19th takes the last whole
   * one, and from then on every second one gets it, 11 of the 21 that are left being refused.
   */
  @Test
  void accountsRequestsPerSecondAreTenTimesItsConcurrency() {
    assertThat(run(1, 60, tenMs().under("constant 20/s for 2 s", 0)))
        .isEqualTo(new Tally(40, 1, 28, 0, Map.of(Admission.ACCOUNT_RATE, 11L), 0));
  }

  @Test
  void reservedRequestsPerSecondAreTenTimesWhatIsReserved() {
    assertThat(run(1_000, 60, tenMs().reserving(1).under("constant 20/s for 2 s", 0)))
        .isEqualTo(new Tally(40, 1, 28, 0, Map.of(Admission.RESERVED_RATE, 11L), 0));
  }

  /** 1,000 at once, then 100 per second: 50 more after half a second. */
  @Test
  void functionGrowsByAThousandEnvironmentsInTenSeconds() {
    var function = seconds(20).under("burst 1010", 0).under("burst 60", 0.5);
    assertThat(run(10_000, 60, function))
        .isEqualTo(new Tally(1_070, 1_050, 0, 0, Map.of(Admission.SCALING_RATE, 20L), 0));
  }

  /** However long it has not grown, a thousand at once are all that is allowed. */
  @Test
  void theAllowanceToGrowIsNotSavedUp() {
    var function = seconds(20).under("burst 1", 0).under("burst 1101", 100);
    assertThat(run(10_000, 150, function))
        .isEqualTo(new Tally(1_102, 1_001, 0, 0, Map.of(Admission.SCALING_RATE, 101L), 0));
  }

  @Test
  void aHundredOfTheAccountsConcurrencyCannotBeReserved() {
    assertThat(run(110, 60, seconds(1).reserving(10).under("burst 11", 0)))
        .isEqualTo(new Tally(11, 10, 0, 0, Map.of(Admission.RESERVED_CONCURRENCY, 1L), 0));
    var eleven = seconds(1).reserving(11).under("burst 11", 0);
    assertThatThrownBy(() -> run(110, 60, eleven))
        .isInstanceOf(RefusedConcurrencyException.class)
        .hasMessageEndingWith("below its minimum value of [100].");
  }

  @Test
  void idleEnvironmentIsReusedUntilItsKeepAliveIsOver() {
    var kept = seconds(1).keptFor(Duration.ofSeconds(10));
    assertThat(run(1_000, 300, kept.under("constant 0.1/s for 100 s", 0)))
        .isEqualTo(new Tally(10, 1, 9, 0, NONE, 0));
    assertThat(run(1_000, 300, kept.under("constant 0.08/s for 100 s", 0)))
        .isEqualTo(new Tally(8, 8, 0, 0, NONE, 0));
  }

  /**
   * Of two, one serves at 20, 40 and 60 s, so the other one has gone at 61 s; in turns, both would
   * still be there at 80 s.
   */
  @Test
  void theMostRecentlyUsedEnvironmentServesNext() {
    var function =
        seconds(1)
            .under("burst 2", 0)
            .under("burst 1", 20)
            .under("burst 1", 40)
            .under("burst 1", 60)
            .under("burst 2", 80);
    assertThat(run(1_000, 300, function)).isEqualTo(new Tally(7, 3, 4, 0, NONE, 0));
  }

  @Test
  void environmentEndsWithItsLifetimeHoweverBusyItIs() {
    var function =
        seconds(1).livingFor(Duration.ofSeconds(100)).under("burst 1 every 30 s for 150 s", 0);
    // At 0, 30, 60 and 90 s; at 120 s the first one has had its time.
    assertThat(run(1_000, 300, function)).isEqualTo(new Tally(5, 2, 3, 0, NONE, 0));
  }

  /** The second one initialises the environment anew, on its own time, and times out as well. */
  @Test
  void timeoutResetsTheEnvironmentAndKeepsIt() {
    var function =
        seconds(5).endedAfter(Duration.ofSeconds(3)).under("burst 1", 0).under("burst 1", 4);
    assertThat(run(1_000, 60, function)).isEqualTo(new Tally(2, 1, 1, 0, NONE, 2));
  }

  /** 10 s, broken off; then 12 s and the handler's 1 s within the invocation: busy until 23 s. */
  @Test
  void initBeyondTenSecondsIsRepeatedWithinTheInvocation() {
    var function =
        seconds(1)
            .initialising(Duration.ofSeconds(12))
            .endedAfter(Duration.ofSeconds(30))
            .under("burst 1", 0)
            .under("burst 1", 22.5)
            .under("burst 1", 23.5);
    assertThat(run(1, 60, function))
        .isEqualTo(new Tally(3, 1, 1, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 1L), 0));
  }

  @Test
  void provisionedEnvironmentsServeFirstAndTheRestSpillsOver() {
    var function = seconds(2).provisioning(2).under("burst 3", 0).under("burst 1", 3);
    assertThat(run(1_000, 60, function)).isEqualTo(new Tally(4, 1, 0, 3, NONE, 0));
  }

  /** The bucket of the accounts' case, for one provisioned environment. */
  @Test
  void moreThanTenRequestsPerSecondSpillOver() {
    assertThat(run(1_000, 60, tenMs().provisioning(1).under("constant 20/s for 2 s", 0)))
        .isEqualTo(new Tally(40, 1, 10, 29, NONE, 0));
  }

  @Test
  void provisionedTakesItsShareOfWhatIsReserved() {
    var function = seconds(2).reserving(3).provisioning(2).under("burst 4", 0);
    assertThat(run(1_000, 60, function))
        .isEqualTo(new Tally(4, 1, 0, 2, Map.of(Admission.RESERVED_CONCURRENCY, 1L), 0));
  }

  @Test
  void asManyProvisionedAsReservedLeaveNothingOnDemand() {
    var function = seconds(2).reserving(2).provisioning(2).under("burst 3", 0);
    assertThat(run(1_000, 60, function))
        .isEqualTo(new Tally(3, 0, 0, 2, Map.of(Admission.RESERVED_CONCURRENCY, 1L), 0));
  }

  @Test
  void provisionedIsClaimedOfTheAccountHoweverIdle() {
    var idle = seconds(2).named("idle").provisioning(10);
    var busy = seconds(2).named("busy").under("burst 105", 0);
    var observed = platform().run(ContractCase.of(110, 60, idle, busy));
    assertThat(observed.get(1).tally())
        .isEqualTo(new Tally(105, 100, 0, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 5L), 0));
  }

  /** By another one that is initialised from 3.01 to 5.01 s; until then there is none. */
  @Test
  void provisionedEnvironmentIsReplacedAfterATimeout() {
    var function =
        seconds(5)
            .initialising(Duration.ofSeconds(2))
            .endedAfter(Duration.ofSeconds(3))
            .provisioning(1)
            .under("burst 1", 0)
            .under("burst 1", 4)
            .under("burst 1", 10);
    assertThat(run(1_000, 60, function)).isEqualTo(new Tally(3, 1, 0, 2, NONE, 3));
  }
}

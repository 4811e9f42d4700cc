package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.model.ProvisionedScaling;
import dev.thaw.model.Tally;
import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.Schedule;
import dev.thaw.rules.provisioned.ScheduledAction;
import dev.thaw.rules.provisioned.TargetTracking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Lambda's rules of preparing, keeping and scaling provisioned concurrency, one case for each; how
 * it counts is {@link ConcurrencyContract}'s. A request is prepared for 90 s, and then has an
 * environment started every 10 ms. No two things happen at the same instant but the arrivals of a
 * burst.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">
 *     Provisioned concurrency</a>
 */
abstract class ProvisionedContract {
  /** Who is held to it. */
  abstract Platform platform();

  private static ContractFunction seconds(double service) {
    return ContractFunction.taking(Duration.ofMillis(Math.round(service * 1_000)));
  }

  private Observed observe(int account, int seconds, ContractFunction function) {
    return platform().run(ContractCase.of(account, seconds, function)).get(0);
  }

  private Tally run(int seconds, ContractFunction function) {
    return observe(1_000, seconds, function).tally();
  }

  private static Tally tally(int arrivals, int cold, int provisioned) {
    return new Tally(arrivals, cold, 0, provisioned, Map.of(), 0);
  }

  /** Started at 100.01, 100.02 and 100.03 s, and each initialised after 5 s. */
  @Test
  void noneServesBeforeAllThatWereRequestedAreReady() {
    var function =
        seconds(0.1)
            .initialising(Duration.ofSeconds(5))
            .requesting(3, 10)
            .under("burst 1", 104)
            .under("burst 1", 105.025)
            .under("burst 1", 105.5);
    var observed = observe(1_000, 200, function);

    assertThat(observed.tally()).isEqualTo(tally(3, 2, 1));
    // Their inits are billed, whether they were invoked or not.
    assertThat(observed.billed()).isEqualTo(new Billed(3, 10_200, 15_100));
  }

  /** The last of 600 is started 6 s after the preparation. */
  @Test
  void sixThousandEnvironmentsAreStartedInAMinute() {
    var function = seconds(1).requesting(600, 10).under("burst 1", 105.99).under("burst 1", 106.01);

    assertThat(run(200, function)).isEqualTo(tally(2, 1, 1));
  }

  /** Of 140 s, which is more than 130: tried until 230, 360 and so on up to 880 s. */
  @Test
  void sixInitsThatFailAreTheLast() {
    var function =
        seconds(1)
            .initialising(Duration.ofSeconds(140))
            .endedAfter(Duration.ofSeconds(100))
            .requesting(1, 10)
            .under("burst 1", 1_500);
    var observed = observe(1_000, 2_000, function);

    assertThat(observed.billed().provisionedMs()).isEqualTo(6 * 130_000);
    // On demand as if nothing was provisioned: its init comes within the invocation.
    assertThat(observed.tally()).isEqualTo(new Tally(1, 1, 0, 0, Map.of(), 1));
  }

  /** From 100.01 to 240.01 s. */
  @Test
  void anInitAheadMayTakeAsLongAsTheFunctionsTimeout() {
    var function =
        seconds(1)
            .initialising(Duration.ofSeconds(140))
            .endedAfter(Duration.ofSeconds(150))
            .requesting(1, 10)
            .under("burst 1", 240.5);
    var observed = observe(1_000, 300, function);

    assertThat(observed.tally()).isEqualTo(tally(1, 0, 1));
    assertThat(observed.billed()).isEqualTo(new Billed(1, 0, 141_000));
  }

  /**
   * Ready at 101.01 s. Idle at 201.01 s it is replaced by 202.02 s; at 302.02 s it is busy until
   * 303 s, and replaced by 304.01 s.
   */
  @Test
  void anEnvironmentThatHasLivedItsTimeIsReplacedAfterItsInvocation() {
    var function =
        seconds(2)
            .initialising(Duration.ofSeconds(1))
            .livingFor(Duration.ofSeconds(100))
            .requesting(1, 10)
            .under("burst 1", 201.5)
            .under("burst 1", 203)
            .under("burst 1", 301)
            .under("burst 1", 303.5)
            .under("burst 1", 305);
    var observed = observe(1_000, 400, function);

    assertThat(observed.tally()).isEqualTo(tally(5, 2, 3));
    assertThat(observed.billed()).isEqualTo(new Billed(5, 6_000, 9_000));
  }

  /** Three of them from 100.03 s on, one from 300 s, two from 490.01 s. */
  @Test
  void lessIsServedAtOnceAndMoreWhenItIsReady() {
    var function =
        seconds(2)
            .requesting(3, 10)
            .requesting(1, 300)
            .requesting(2, 400)
            .under("burst 3", 200)
            .under("burst 2", 310)
            .under("burst 2", 450)
            .under("burst 2", 500);

    assertThat(run(600, function)).isEqualTo(tally(9, 2, 7));
  }

  /** Of 110 only ten may be set aside. */
  @Test
  void whatWouldLeaveTooLittleUnreservedIsNotProvisioned() {
    var function =
        seconds(1)
            .requesting(20, 10)
            .requesting(10, 200)
            .under("burst 1", 150)
            .under("burst 1", 300);

    assertThat(observe(110, 400, function).tally()).isEqualTo(tally(2, 1, 1));
  }

  @Test
  void moreThanIsReservedIsNotProvisioned() {
    var function =
        seconds(1).reserving(2).requesting(3, 10).requesting(2, 200).under("burst 1", 150);

    assertThat(run(400, function.under("burst 1", 300))).isEqualTo(tally(2, 1, 1));
  }

  private static ContractFunction scaled(
      ContractFunction function, int min, int max, Duration scaleInCooldown) {
    var tracking = new TargetTracking(0.7, Duration.ZERO, scaleInCooldown, 3, 3);
    return function.scaling(
        new ProvisionedScaling(
            VirtualEngine.START_OF_LOAD, new Capacity(min, max), tracking, List.of()));
  }

  /**
   * Nine of ten are used for three minutes: at 180 s 10 x 0.9 / 0.7 = 12.9 are wanted, 13 of which
   * are ready at 270.03 s.
   */
  @Test
  void targetTrackingScalesOutAfterThreeMinutes() {
    var function =
        seconds(0.95)
            .provisioning(10)
            .under("constant 9/s for 200 s", 0)
            .under("burst 13", 265.05)
            .under("burst 13", 275.05);

    assertThat(run(290, scaled(function, 10, 100, Duration.ZERO)))
        .isEqualTo(tally(1_826, 3, 1_823));
  }

  /** One of ten is used: one less at 180, 240 and 300 s. */
  @Test
  void targetTrackingScalesInStepByStep() {
    var function =
        seconds(0.5).provisioning(10).under("constant 1/s for 305 s", 0.05).under("burst 8", 310);

    assertThat(run(350, scaled(function, 1, 10, Duration.ZERO))).isEqualTo(tally(313, 1, 312));
  }

  /** One less at 180 s, and not before 280 s again: at 300 s. */
  @Test
  void theCooldownHoldsTheNextStepBack() {
    var function =
        seconds(0.5).provisioning(10).under("constant 1/s for 305 s", 0.05).under("burst 9", 310);

    assertThat(run(350, scaled(function, 1, 10, Duration.ofSeconds(100))))
        .isEqualTo(tally(314, 1, 313));
  }

  @Test
  void withoutInvocationsNothingIsScaledIn() {
    var function = seconds(1).provisioning(3).under("burst 3", 610);

    assertThat(run(700, scaled(function, 1, 3, Duration.ZERO))).isEqualTo(tally(3, 0, 3));
  }

  /** At 12:10, 300 s after the start; ready at 390.02 s. */
  @Test
  void aScheduledActionMovesTheBounds() {
    var action =
        new ScheduledAction(
            Schedule.parse("cron(10 12 * * ? *)"), VirtualEngine.START_OF_LOAD, 2, null);
    var scaling =
        new ProvisionedScaling(
            VirtualEngine.START_OF_LOAD, new Capacity(0, 2), null, List.of(action));
    var function = seconds(1).scaling(scaling).under("burst 2", 380).under("burst 2", 391);

    assertThat(run(400, function)).isEqualTo(tally(4, 2, 2));
  }
}

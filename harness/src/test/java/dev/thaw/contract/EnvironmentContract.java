package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.model.Tally;
import dev.thaw.rules.concurrency.Admission;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Lambda's rules of initialising execution environments, and of what their time is billed, one case
 * for each. In an account of one, a throttle tells that the environment is still busy. No two
 * things happen at the same instant.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda execution environment lifecycle</a>
 */
abstract class EnvironmentContract {
  /** Who is held to it. */
  abstract Platform platform();

  private static ContractFunction taking(double ms) {
    return ContractFunction.taking(micros(ms));
  }

  private static Duration micros(double ms) {
    return Duration.ofNanos(Math.round(ms * 1_000) * 1_000);
  }

  private Observed observe(ContractFunction function) {
    return platform().run(ContractCase.of(1, 100, function)).get(0);
  }

  private static Tally tally(int cold, int warm, long throttled, int timeouts) {
    return new Tally(
        cold + warm + throttled,
        cold,
        warm,
        0,
        throttled == 0 ? Map.of() : Map.of(Admission.ACCOUNT_CONCURRENCY, throttled),
        timeouts);
  }

  /** Recorded 2022-04 (lucvandonkersgoed): 1307.68 + 1058.15 ms are billed as 2,366 ms. */
  @Test
  void initAndDurationAreBilledTogetherAndRoundedUpOnce() {
    var function = taking(1_307.68).initialising(micros(1_058.15));

    assertThat(observe(function.under("burst 1", 0)).billed()).isEqualTo(new Billed(1, 2_366, 0));
    assertThat(observe(function.under("burst 1", 0).under("burst 1", 5)).billed())
        .isEqualTo(new Billed(2, 3_674, 0));
  }

  /** Recorded 2025-09: 3000.00 + 67.49 ms are billed as 3,068 ms. */
  @Test
  void theTimeoutCutsTheDurationAndNotTheInit() {
    var function =
        taking(5_000)
            .initialising(micros(67.49))
            .endedAfter(Duration.ofSeconds(3))
            .under("burst 1", 0)
            .under("burst 1", 3.06)
            .under("burst 1", 3.07);
    var observed = observe(function);

    assertThat(observed.tally()).isEqualTo(tally(1, 1, 1, 2));
    assertThat(observed.billed()).isEqualTo(new Billed(2, 6_068, 0));
  }

  /** Busy until 10.9 s. */
  @Test
  void anInitWithinTenSecondsIsNotOfTheInvocationsTime() {
    var function =
        taking(1_000)
            .initialising(Duration.ofMillis(9_900))
            .endedAfter(Duration.ofSeconds(2))
            .under("burst 1", 0)
            .under("burst 1", 10.8)
            .under("burst 1", 11);
    var observed = observe(function);

    assertThat(observed.tally()).isEqualTo(tally(1, 1, 1, 0));
    assertThat(observed.billed()).isEqualTo(new Billed(2, 11_900, 0));
  }

  /** 10 s, broken off and not billed; then 10.1 s and 1 s of the invocation's own: to 21.1 s. */
  @Test
  void anInitOfMoreThanTenSecondsIsRepeatedAsPartOfTheDuration() {
    var function =
        taking(1_000)
            .initialising(Duration.ofMillis(10_100))
            .endedAfter(Duration.ofSeconds(30))
            .under("burst 1", 0)
            .under("burst 1", 15)
            .under("burst 1", 21.2);
    var observed = observe(function);

    assertThat(observed.tally()).isEqualTo(tally(1, 1, 1, 0));
    assertThat(observed.billed()).isEqualTo(new Billed(2, 12_100, 0));
  }

  /** 10 s, and 11 s of the timeout, to 21 s; the next one has 11 s again, to 32.5 s. */
  @Test
  void aRepeatedInitCanRunIntoTheTimeout() {
    var function =
        taking(1_000)
            .initialising(Duration.ofSeconds(12))
            .endedAfter(Duration.ofSeconds(11))
            .under("burst 1", 0)
            .under("burst 1", 20.5)
            .under("burst 1", 21.5)
            .under("burst 1", 32.4);
    var observed = observe(function);

    assertThat(observed.tally()).isEqualTo(tally(1, 1, 2, 2));
    assertThat(observed.billed()).isEqualTo(new Billed(2, 22_000, 0));
  }

  /** From 0 to 5 s; from 6 to 9 s, its init included. */
  @Test
  void theInitAfterATimeoutIsPartOfTheNextInvocation() {
    var function =
        taking(5_000)
            .initialising(Duration.ofSeconds(2))
            .endedAfter(Duration.ofSeconds(3))
            .under("burst 1", 0)
            .under("burst 1", 4.9)
            .under("burst 1", 6)
            .under("burst 1", 8.9)
            .under("burst 1", 9.1);
    var observed = observe(function);

    assertThat(observed.tally()).isEqualTo(tally(1, 2, 2, 3));
    assertThat(observed.billed()).isEqualTo(new Billed(3, 11_000, 0));
  }

  /** From 0 to 1 s; it is idle for 59.9 s, and after the second one for 60.1 s. */
  @Test
  void theKeepAliveBeginsWithTheEndOfTheInvocation() {
    var function = taking(1_000).under("burst 1", 0).under("burst 1", 60.9).under("burst 1", 122);

    assertThat(platform().run(ContractCase.of(1, 200, function)).get(0).tally())
        .isEqualTo(tally(2, 1, 0, 0));
  }

  /** It would have its time at 10 s, in the middle of the invocation from 8 to 11 s. */
  @Test
  void anEnvironmentIsNotEndedInTheMiddleOfAnInvocation() {
    var function =
        taking(3_000)
            .livingFor(Duration.ofSeconds(10))
            .under("burst 1", 0)
            .under("burst 1", 8)
            .under("burst 1", 12);

    assertThat(observe(function).tally()).isEqualTo(tally(2, 1, 0, 0));
    assertThat(observe(function).billed()).isEqualTo(new Billed(3, 9_000, 0));
  }
}

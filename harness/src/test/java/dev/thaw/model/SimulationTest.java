package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.concurrency.Admission;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulationTest {
  @ParameterizedTest
  @CsvSource({
    // distance s, service s, keep-alive s: cold starts, environments at most
    "20, 2, 10, 10, 1",
    // Idle for just the keep-alive: it ends before the arrival of the same instant.
    "12, 2, 10, 10, 1",
    "11.9, 2, 10, 1, 1",
    "5, 2, 10, 1, 1",
    // Ends and arrives at the same instant.
    "2, 2, 10, 1, 1",
    "1, 2.5, 10, 3, 3",
    "1, 7, 10, 7, 7",
  })
  void regularArrivalsNeedAsManyEnvironmentsAsOverlap(
      double distance, double service, int keepAlive, int cold, int most) {
    var arrivals = "constant %s/s for %s s".formatted(1 / distance, 10 * distance);
    var outcome =
        Small.function(service + " s").keptFor(keepAlive).under(arrivals).simulated(1_000, 400);
    assertThat(outcome.tally()).isEqualTo(new Tally(10, cold, 10 - cold, 0, Map.of(), 0));
    assertThat(outcome.environments().most()).isEqualTo(most);
  }

  @Test
  void aBurstIsWarmWhenTheLastOneIsStillKept() {
    // 5 at 0 s and at 20 s; the first five are idle from 2 s on.
    var kept = burstTwice(20);
    assertThat(kept.tally()).isEqualTo(new Tally(10, 5, 5, 0, Map.of(), 0));
    assertThat(kept.environments().created()).isEqualTo(5);
    var gone = burstTwice(17);
    assertThat(gone.tally()).isEqualTo(new Tally(10, 10, 0, 0, Map.of(), 0));
    assertThat(gone.environments().most()).isEqualTo(5);
    // 5 lived 2 + 17 s; the other 5, too, before the end at 100 s.
    assertThat(gone.environments().ended()).isEqualTo(10);
    assertThat(gone.environments().meanLifespanSeconds()).isEqualTo(19);
    assertThat(gone.environments().running()).isEqualTo(10 * 2 / 100.0);
    assertThat(gone.environments().idle()).isEqualTo(10 * 17 / 100.0);
  }

  private static FunctionOutcome burstTwice(int keepAlive) {
    return Small.function("2 s")
        .keptFor(keepAlive)
        .under("burst 5", 0)
        .under("burst 5", 20)
        .simulated(1_000, 100);
  }

  @Test
  void whatIsBeyondTheAccountIsThrottled() {
    var outcome = Small.function("2 s").under("burst 25").simulated(20, 10);
    assertThat(outcome.tally())
        .isEqualTo(new Tally(25, 20, 0, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 5L), 0));
  }

  @Test
  void reservedZeroThrottlesEverything() {
    var outcome =
        Small.function("2 s").reserving(0).under("constant 1/s for 10 s").simulated(1_000, 20);
    assertThat(outcome.tally())
        .isEqualTo(new Tally(10, 0, 0, 0, Map.of(Admission.RESERVED_CONCURRENCY, 10L), 0));
    assertThat(outcome.usage().requests()).isZero();
  }

  @Test
  void twoFunctionsShareAnAccountOfTen() {
    var first = Small.function("2 s").named("first").under("burst 7");
    var second = Small.function("2 s").named("second").under("burst 7", 1).under("burst 7", 2);
    var outcomes = Small.simulated(10, 10, List.of(first, second));
    assertThat(outcomes.get(0).tally().cold()).isEqualTo(7);
    // At 1 s three are left; at 2 s the seven have ended and three run still.
    assertThat(outcomes.get(1).tally())
        .isEqualTo(new Tally(14, 10, 0, 0, Map.of(Admission.ACCOUNT_CONCURRENCY, 4L), 0));
  }

  @Test
  void anotherFunctionChangesNoDraws() {
    var one = random().named("one").under("poisson 5/s for 60 s");
    var other = random().named("other").under("poisson 7/s for 60 s");
    var alone = Small.simulated(1_000, 100, List.of(one)).get(0);
    var together = Small.simulated(1_000, 100, List.of(other, one)).get(1);
    assertThat(together.tally()).isEqualTo(alone.tally());
    assertThat(together.environments()).isEqualTo(alone.environments());
  }

  private static Small random() {
    return Small.function("1 s")
        .taking(
            ServiceTimes.ofDurations(
                Distribution.parse("exponential 2 s"), Distribution.parse("exponential 1 s")));
  }

  @Test
  void theSameScenarioHasTheSameOutcomeToTheBit() {
    var scenario = random().under("poisson 20/s for 60 s").scenario(15, 100);
    var first = Simulation.run(scenario).functions().get(0);
    var second = Simulation.run(scenario).functions().get(0);
    assertThat(second.tally()).isEqualTo(first.tally());
    assertThat(second.environments()).isEqualTo(first.environments());
    assertThat(second.usage()).isEqualTo(first.usage());
    assertThat(second.series().running()).isEqualTo(first.series().running());
    assertThat(second.client().meanMs()).isEqualTo(first.client().meanMs());
    assertThat(second.client().quantileMs(0.99)).isEqualTo(first.client().quantileMs(0.99));
  }

  @Test
  void windowsSumUpToTheTally() {
    var outcome = random().under("poisson 20/s for 90 s").simulated(15, 100);
    var series = outcome.series();
    assertThat(Arrays.stream(series.arrivals()).sum()).isEqualTo(outcome.tally().arrivals());
    assertThat(Arrays.stream(series.cold()).sum()).isEqualTo(outcome.tally().cold());
    assertThat(sum(series.throttles().values()))
        .isEqualTo(outcome.tally().throttled())
        .isPositive();
    assertThat(Arrays.stream(series.running()).average().orElseThrow())
        .isCloseTo(outcome.environments().running(), within(1e-9));
    assertThat(Arrays.stream(series.idle()).average().orElseThrow())
        .isCloseTo(outcome.environments().idle(), within(1e-9));
  }

  private static long sum(Collection<long[]> windows) {
    return windows.stream().flatMapToLong(Arrays::stream).sum();
  }

  @Test
  void warmUpIsSimulatedButNotCounted() {
    var outcome =
        Small.function("2 s").warmedUpBy("burst 5", 0).under("burst 6", 10).simulated(1_000, 20);
    assertThat(outcome.tally()).isEqualTo(new Tally(6, 1, 5, 0, Map.of(), 0));
    assertThat(outcome.client().count()).isEqualTo(6);
    assertThat(outcome.environments().created()).isEqualTo(6);
    assertThat(Arrays.stream(outcome.series().arrivals()).sum()).isEqualTo(11);
    assertThat(outcome.usage().requests()).isEqualTo(11);
  }

  @Test
  void callersWaitForEverythingAndAreBilledForInitAndDuration() {
    var times =
        new ServiceTimes(
            new ConstantTime(300),
            new ConstantTime(200.5),
            new ConstantTime(40.2),
            new ConstantTime(10.1),
            new ConstantTime(7));
    var outcome =
        Small.function("1 s").taking(times).under("constant 1/s for 3 s").simulated(1_000, 10);
    assertThat(outcome.coldClient().meanMs()).isCloseTo(300 + 200.5 + 40.2 + 7, within(0.3));
    assertThat(outcome.warmClient().meanMs()).isCloseTo(10.1 + 7, within(0.01));
    assertThat(outcome.client().count()).isEqualTo(3);
    // 241 ms + 2 x 11 ms of 1 GB.
    assertThat(outcome.usage().onDemandGbSeconds()).isCloseTo(0.263, within(1e-12));
    // 540.7 ms + 2 x 10.1 ms of 10 s.
    assertThat(outcome.environments().running()).isCloseTo(0.05609, within(1e-12));
  }

  @Test
  void growthBeyondItsRateIsThrottled() {
    // 300/s, each a new environment: 1,000 + 100/s x t are used up at 5 s; then a third is served.
    var outcome = Small.function("1000 s").under("constant 300/s for 20 s").simulated(10_000, 20);
    assertThat(outcome.series().throttles()).containsOnlyKeys(Admission.SCALING_RATE);
    long[] throttles = outcome.series().throttles().values().iterator().next();
    // Windows of 2 s: the first throttle comes in the third.
    assertThat(throttles[0] + throttles[1]).isZero();
    assertThat(throttles[2]).isCloseTo(200, within(2L));
    for (int window = 3; window < 10; window++) {
      assertThat(throttles[window]).isCloseTo(400, within(2L));
    }
    assertThat(outcome.tally().cold()).isCloseTo(1_000 + 100 * 20, within(2L));
  }

  @Test
  void theTimeoutCutsDurationsAndTheNextInvocationStartsTheRuntimeAgain() {
    var times =
        new ServiceTimes(
            new ConstantTime(0),
            new ConstantTime(1_000),
            new ConstantTime(500),
            new ConstantTime(5_000),
            new ConstantTime(0));
    var outcome =
        Small.function("1 s")
            .taking(times)
            .endedAfter(Duration.ofSeconds(3))
            .under("constant 0.1/s for 40 s")
            .simulated(1_000, 100);
    // Cold 1.5 s; warm cut at 3 s; init again, 1.5 s inside; cut again.
    assertThat(outcome.tally()).isEqualTo(new Tally(4, 1, 3, 0, Map.of(), 2));
    assertThat(outcome.environments().running()).isCloseTo(0.09, within(1e-12));
    assertThat(outcome.usage().onDemandGbSeconds()).isCloseTo(9, within(1e-12));
  }

  @Test
  void anInitBeyondTenSecondsIsRepeatedInTheInvocation() {
    var times =
        new ServiceTimes(
            new ConstantTime(0),
            new ConstantTime(12_000),
            new ConstantTime(500),
            new ConstantTime(100),
            new ConstantTime(0));
    var outcome = Small.function("1 s").taking(times).under("burst 1").simulated(1_000, 100);
    // 10 s broken off, then 12.5 s.
    assertThat(outcome.environments().running()).isCloseTo(0.225, within(1e-12));
  }

  @Test
  void whatRunsAtTheEndIsCutOffThere() {
    var outcome = Small.function("30 s").under("burst 3", 8).simulated(1_000, 10);
    assertThat(outcome.environments().running()).isCloseTo(0.6, within(1e-12));
    assertThat(outcome.environments().alive()).isEqualTo(3);
    assertThat(outcome.environments().meanLifespanSeconds()).isNaN();
    assertThat(outcome.client().meanMs()).isCloseTo(30_000, within(30.0));
  }

  @Test
  void refusesWhatCannotBeSimulated() {
    var small = Small.function("1 s").under("burst 1");
    assertThatThrownBy(() -> Small.simulated(10, 10, List.of(small, small)))
        .hasMessage("two functions are named f");
    assertThatThrownBy(() -> small.reserving(950).simulated(1_000, 10))
        .hasMessageContaining("below its minimum value of [100]");
  }
}

package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.Provisioning;
import dev.thaw.rules.provisioned.Schedule;
import dev.thaw.rules.provisioned.ScheduledAction;
import dev.thaw.rules.provisioned.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProvisionedTest {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void servesAsManyAtOnceAndSpillsOver() {
    var outcome =
        Small.function("2 s").with(new Concurrency(null, 3)).under("burst 5").simulated(1_000, 10);
    assertThat(outcome.tally()).isEqualTo(new Tally(5, 2, 0, 3, Map.of(), 0));
    assertThat(outcome.environments().provisioned()).isEqualTo(3);
    assertThat(outcome.environments().provisionedRunning()).isCloseTo(0.6, within(1e-12));
    assertThat(outcome.environments().created()).isEqualTo(2);
    // 3 x 2 s of use and 3 x 10 s of keeping, of 1 GB.
    assertThat(outcome.usage()).isEqualTo(new Usage(5, 4, 6, 30));
  }

  @Test
  void spillsOverBeyondTenRequestsPerSecondForEach() {
    // One environment that takes 10 ms would serve 50/s; it may 10 at once and 10/s.
    var outcome =
        Small.function("10 ms")
            .with(new Concurrency(null, 1))
            .under("constant 50/s for 10 s")
            .simulated(1_000, 10);
    assertThat(outcome.tally().provisioned()).isCloseTo(10 + 10 * 10, within(1L));
    assertThat(outcome.tally().cold()).isEqualTo(1);
    assertThat(outcome.tally().arrivals()).isEqualTo(500);
  }

  @Test
  void isReadyAfterPreparationStartsAndInit() {
    var action = new ScheduledAction(Schedule.parse("at(2026-11-23T00:01:00)"), START, 2, null);
    var outcome =
        Small.function("1 s")
            .taking(
                new ServiceTimes(
                    new ConstantTime(0),
                    new ConstantTime(5_000),
                    new ConstantTime(1_000),
                    new ConstantTime(1_000),
                    new ConstantTime(0)))
            .with(scaled(0, null, action))
            .under("constant 1/s for 200 s")
            .simulated(1_000, 200);
    // Requested at 60 s, prepared at 150 s, the second one started 20 ms later, ready at 155.02 s.
    assertThat(outcome.tally().provisioned()).isEqualTo(200 - 156);
    assertThat(outcome.environments().provisioned())
        .isCloseTo(2 * (200 - 155.02) / 200, within(1e-9));
    assertThat(outcome.usage().provisionedGbSeconds()).isCloseTo(2 * 140, within(1e-9));
    // Two inits of 5 s and 44 durations of 1 s.
    assertThat(outcome.usage().provisionedDurationGbSeconds()).isCloseTo(54, within(1e-9));
  }

  private static Concurrency scaled(
      int provisioned, @Nullable TargetTracking tracking, ScheduledAction... actions) {
    var scaling =
        new ProvisionedScaling(START, new Capacity(provisioned, 50), tracking, List.of(actions));
    return new Concurrency(null, provisioned, Provisioning.DOCUMENTED, scaling);
  }

  @Test
  void targetTrackingScalesOutAfterThreeMinutes() {
    // All of 7 are busy at each arrival of the 7: a mean utilization of (1 + ... + 7) / 7 / 7.
    var load = Small.function("59 s").with(scaled(7, TargetTracking.of(0.5)));
    for (int minute = 0; minute < 10; minute++) {
      load = load.under("burst 7", 60 * minute);
    }
    var series = load.simulated(1_000, 600).series().provisioned();
    // 4/7 at 1, 2 and 3 minutes: from 180 s on 7 x 4/7 / 0.5 = 8, ready 90 s and a start later.
    assertThat(series[4]).isCloseTo(7 + (300 - 270.01 - 0) / 60, within(1e-9));
    assertThat(series[3]).isEqualTo(7);
    assertThat(series[5]).isEqualTo(8);
  }

  @Test
  void replacesWhatHasLivedItsTime() {
    var outcome =
        Small.function("1 s")
            .with(new Concurrency(null, 4))
            .livingFor(Duration.ofSeconds(100))
            .under("constant 1/s for 1000 s")
            .simulated(1_000, 1_000);
    assertThat(outcome.tally().provisioned()).isEqualTo(1_000);
    // About 40 are replaced, each within a start's 10 ms.
    assertThat(outcome.environments().provisioned()).isCloseTo(4 - 40 * 0.01 / 1_000, within(1e-4));
    assertThat(outcome.environments().provisioned()).isLessThan(4);
  }

  @Test
  void isBilledForFiveMinutesAtLeastWhenDisabled() {
    var disable = new ScheduledAction(Schedule.parse("at(2026-11-23T00:06:00)"), START, 0, 0);
    var outcome =
        Small.function("1 s").with(scaled(2, null, disable)).under("burst 1").simulated(1_000, 600);
    // On for 6 minutes, billed for 10.
    assertThat(outcome.usage().provisionedGbSeconds()).isCloseTo(2 * 600, within(1e-9));
    assertThat(outcome.environments().provisioned()).isCloseTo(2 * 0.6, within(1e-9));
  }
}

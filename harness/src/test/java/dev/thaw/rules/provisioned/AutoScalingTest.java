package dev.thaw.rules.provisioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AutoScalingTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final Capacity WIDE = new Capacity(1, 1_000);

  private static AutoScaling tracking(TargetTracking policy, Capacity capacity) {
    return new AutoScaling(capacity, policy, List.of());
  }

  /** What is requested after each minute, every request being ready before the next one. */
  private static List<Integer> requests(AutoScaling scaling, int first, double... utilizations) {
    var pool = ProvisionedPool.ready(Provisioning.DOCUMENTED, first, 0);
    var requests = new ArrayList<Integer>();
    for (int minute = 1; minute <= utilizations.length; minute++) {
      int request = scaling.minute(utilizations[minute - 1], pool, minute * MINUTE);
      pool = ProvisionedPool.ready(Provisioning.DOCUMENTED, request, minute * MINUTE);
      requests.add(request);
    }
    return requests;
  }

  /**
   * Target 0.7, so high is above 0.7 and low below 0.63. By hand: 10 x 0.9 / 0.7 = 12.86, so 13; 13
   * x 1 / 0.7 = 18.6, so 19; a tenth of 10 is 1, of 95 it is 9; 5 x 0.6 / 0.7 = 4.3, so the target
   * asks for all 5.
   */
  @ParameterizedTest
  @CsvSource({
    "10, 0.9 0.9 0.9, 10 10 13",
    "10, 0.9 0.9 0.9 1.0, 10 10 13 19",
    "10, 0.9 0.9 0.7 0.9 0.9, 10 10 10 10 10",
    "10, 0.65 0.65 0.65 0.65, 10 10 10 10",
    "10, 0.5 0.5 0.5 0.5 0.5, 10 10 9 8 7",
    "100, 0.6 0.6 0.6, 100 100 90",
    "100, 0.629 0.629 0.629, 100 100 90",
    "95, 0.62 0.62 0.62, 95 95 86",
    "5, 0.6 0.6 0.6 0.6, 5 5 5 5",
    "2, 0.1 0.1 0.1 0.1, 2 2 1 1",
    "10, NaN NaN NaN NaN, 10 10 10 10",
    "10, 0.1 0.1 NaN 0.1 0.1 0.1, 10 10 10 10 10 9",
    "900, 1 1 1, 900 900 1000",
  })
  void scalesOutInProportionAndInBySteps(int first, String utilizations, String expected) {
    var series = Arrays.stream(utilizations.split(" ")).mapToDouble(Double::parseDouble).toArray();
    var requests = requests(tracking(TargetTracking.of(0.7), WIDE), first, series);

    assertThat(requests.stream().map(String::valueOf)).containsExactly(expected.split(" "));
  }

  @Test
  void waitsUntilTheLastRequestIsReady() {
    var scaling = tracking(TargetTracking.of(0.7), WIDE);
    var pool = ProvisionedPool.ready(Provisioning.DOCUMENTED, 10, 0);
    pool.request(13, 0);

    for (int minute = 1; minute <= 5; minute++) {
      assertThat(scaling.minute(1, pool, minute * MINUTE)).isEqualTo(13);
    }
  }

  @Test
  void cooldownsHoldEachDirectionBack() {
    var policy = new TargetTracking(0.7, Duration.ofMinutes(2), Duration.ofMinutes(3), 1, 1);

    assertThat(requests(tracking(policy, WIDE), 70, 0.8, 0.8, 0.8)).containsExactly(80, 80, 92);
    assertThat(requests(tracking(policy, WIDE), 70, 0.1, 0.1, 0.1, 0.1))
        .containsExactly(63, 63, 63, 57);
    // A scale-in does not hold a scale-out back: 63 x 0.8 / 0.7 = 72.
    assertThat(requests(tracking(policy, WIDE), 70, 0.1, 0.8)).containsExactly(63, 72);
  }

  @Test
  void withoutAPolicyOnlySchedulesScale() {
    assertThat(requests(new AutoScaling(WIDE, null, List.of()), 10, 1, 1, 1, 1)).containsOnly(10);
  }

  @Test
  void scheduledActionsMoveTheBoundsAndTheRequestFollows() {
    var start = Instant.parse("2026-11-23T00:00:00Z");
    var up = Schedule.parse("cron(0 8 * * ? *)");
    var down = Schedule.parse("cron(0 18 * * ? *)");
    var scaling =
        new AutoScaling(
            new Capacity(2, 10),
            null,
            List.of(
                new ScheduledAction(up, start, 50, 200), new ScheduledAction(down, start, 2, 10)));

    var morning = Instant.parse("2026-11-23T08:00:00Z");
    assertThat(scaling.nextScheduled(start)).contains(morning);
    assertThat(scaling.scheduled(morning, 4)).isEqualTo(50);
    assertThat(scaling.capacity()).isEqualTo(new Capacity(50, 200));
    var evening = Instant.parse("2026-11-23T18:00:00Z");
    assertThat(scaling.nextScheduled(morning)).contains(evening);
    assertThat(scaling.scheduled(evening, 120)).isEqualTo(10);
    assertThat(scaling.nextScheduled(evening)).contains(Instant.parse("2026-11-24T08:00:00Z"));
  }

  @Test
  void actionMayMoveOneBoundOnly() {
    var at = Instant.parse("2026-11-23T08:00:00Z");
    var action = new ScheduledAction(new Schedule.At(at), at, 5, null);
    var scaling = new AutoScaling(new Capacity(1, 7), null, List.of(action));

    assertThat(scaling.scheduled(at, 1)).isEqualTo(5);
    assertThat(scaling.capacity()).isEqualTo(new Capacity(5, 7));
    assertThat(scaling.nextScheduled(at)).isEmpty();
    assertThatThrownBy(() -> new ScheduledAction(new Schedule.At(at), at, null, null))
        .hasMessage("a scheduled action needs a min or a max capacity");
  }

  @Test
  void metricIsTheAverageOfWhatInvocationsSaw() {
    var metric = new UtilizationMetric();
    assertThat(metric.end()).isNaN();
    metric.add(0.25);
    metric.add(0.5);
    metric.add(0.75);
    metric.add(1);

    assertThat(metric.end()).isEqualTo(0.625);
    assertThat(metric.end()).isNaN();
  }

  @Test
  void refusesWhatAwsRefuses() {
    assertThatThrownBy(() -> TargetTracking.of(0.95))
        .hasMessage("a target utilisation must be between 0.1 and 0.9, not 0.95");
    assertThatThrownBy(() -> TargetTracking.of(Double.NaN)).hasMessageContaining("not NaN");
    assertThatThrownBy(() -> new Capacity(5, 4))
        .hasMessage("capacity from 5 to 4: the least cannot be negative or more than the most");
  }
}

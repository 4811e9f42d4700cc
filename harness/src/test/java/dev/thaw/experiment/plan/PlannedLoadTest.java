package dev.thaw.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.model.Load;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PlannedLoadTest {
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(10);

  private static PlannedLoad load(String arrivals, long most) {
    return new PlannedLoad(ArrivalProcess.parse(arrivals), KEEP_ALIVE, most);
  }

  private static double seconds(PlannedLoad load, boolean isCounted) {
    return load.loads(7).stream()
        .filter(one -> one.isCounted() == isCounted)
        .mapToDouble(one -> one.arrivals().duration().toNanos() / 1e9)
        .sum();
  }

  @Test
  void aSmallLoadIsSimulatedWholeAfterAKeepAliveOfWarmUp() {
    var load = load("poisson 2/s for 1 h", 10_000);

    assertThat(load.duration()).isEqualTo(Duration.ofMinutes(70));
    assertThat(seconds(load, false)).isCloseTo(600, within(1e-6));
    assertThat(seconds(load, true)).isCloseTo(3600, within(1e-6));
    assertThat(load.simulated()).isEqualTo(2 * 4200);
    assertThat(load.requestsPerHour()).isCloseTo(7200, within(1e-6));
    assertThat(load.words())
        .isEqualTo("all of its 7,200 requests, with 10 min of warm-up that does not count");
  }

  @Test
  void aLargeLoadIsSimulatedInWindowsThatFitTheBudget() {
    // 8 windows of 600 s warm-up and w s: 2/s x 8 x (600 + w) = 19,200 gives w = 600.
    var load = load("poisson 2/s for 24 h", 19_200);

    assertThat(load.simulated()).isEqualTo(19_200);
    assertThat(load.duration()).isEqualTo(Duration.ofMinutes(8 * 20));
    assertThat(seconds(load, true)).isCloseTo(8 * 600, within(1e-3));
    assertThat(load.words())
        .startsWith("8 windows of 10 min 0 s, one out of each 3 h 0 min, at another place in each");
  }

  @Test
  void windowsAreNeverTooShortForTheirWarmUp() {
    var load = load("poisson 1000/s for 24 h", 1_000);

    assertThat(seconds(load, true)).isCloseTo(8 * 120, within(1e-3));
  }

  @Test
  void eachReplicationTakesOtherArrivalsAndTheSameSeedTheSame() {
    var load = load("poisson 2/s for 24 h", 19_200);

    assertThat(load.loads(7)).isEqualTo(load.loads(7)).isNotEqualTo(load.loads(8));
  }

  @Test
  void evenArrivalsStayEvenInWindows() {
    assertThat(load("constant 2/s for 24 h", 19_200).loads(7))
        .extracting(Load::arrivals)
        .allMatch(arrivals -> arrivals.toString().startsWith("constant 2/s for"));
  }

  @Test
  void whatIsMoreThanARateIsSimulatedWholeFromNothing() {
    var load = load("burst 5000", 100);

    assertThat(load.simulated()).isEqualTo(5_000);
    assertThat(load.words())
        .isEqualTo("all of its 5,000 requests, with no warm-up: it starts without any environment");
  }
}

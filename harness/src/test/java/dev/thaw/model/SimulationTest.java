package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import java.util.List;
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
    "2, 2, 10, 1, 1",
    "1, 2.5, 10, 3, 3",
    "1, 7, 10, 7, 7",
  })
  void regularArrivalsNeedAsManyEnvironmentsAsOverlap(
      double distance, double service, int keepAlive, int cold, int most) {
    var arrivals =
        ArrivalProcess.parse("constant %s/s for %s s".formatted(1 / distance, 10 * distance));
    var outcome = run(function("f", keepAlive, service, arrivals), 1_000, 400);
    assertThat(outcome.tally().arrivals()).isEqualTo(10);
    assertThat(outcome.tally().cold()).isEqualTo(cold);
    assertThat(outcome.tally().warm()).isEqualTo(10 - cold);
    assertThat(outcome.environments().most()).isEqualTo(most);
  }

  private static SimulatedFunction function(
      String name, int keepAlive, double service, ArrivalProcess arrivals) {
    var time = Distribution.parse("constant %s s".formatted(service));
    return SimulatedFunction.of(
        name,
        new Memory(1024),
        ServiceTimes.ofDurations(time, time),
        new Retention(
            KeepAlive.fixed(Duration.ofSeconds(keepAlive)),
            Retention.UNLIMITED,
            Placement.MOST_RECENTLY_USED),
        Load.Sync.of(arrivals, 1));
  }

  private static FunctionOutcome run(SimulatedFunction function, int account, int seconds) {
    var scenario = new Scenario(account, List.of(function), Duration.ofSeconds(seconds), 10, 1);
    return Simulation.run(scenario).functions().get(0);
  }
}

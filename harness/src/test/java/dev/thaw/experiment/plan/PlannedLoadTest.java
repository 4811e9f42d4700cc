package dev.thaw.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.invocation.Notation;
import dev.thaw.load.ArrivalProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PlannedLoadTest {
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(10);
  private static final Duration LIFETIME = Duration.ofHours(2);

  private static PlannedLoad load(String arrivals, long most) {
    return new PlannedLoad(ArrivalProcess.parse(arrivals), KEEP_ALIVE, LIFETIME, most);
  }

  @Test
  void aLoadIsSimulatedWholeAfterAKeepAliveAndAPartOfALifetime() {
    var load = load("poisson 2/s for 1 h", 10_000);
    var replication = load.replication(7);

    assertThat(load.counted()).isEqualTo(Duration.ofHours(1));
    assertThat(replication.warmUp()).isBetween(KEEP_ALIVE, KEEP_ALIVE.plus(LIFETIME));
    assertThat(replication.duration()).isEqualTo(replication.warmUp().plusHours(1));
    assertThat(replication.loads())
        .extracting(one -> one.arrivals().toString())
        .last()
        .isEqualTo("poisson 2/s for 1 h");
    // An hour, ten minutes and on average half of two hours.
    assertThat(load.requests()).isEqualTo(2 * (3600 + 600 + 3600));
    assertThat(load.requestsPerHour()).isCloseTo(7200, within(1e-6));
    assertThat(load.words())
        .isEqualTo(
            "all of its 7,200 requests, after 10 min and a random part of 2 h of the same load that"
                + " does not count");
  }

  @Test
  void theDayBeforeIsLikeTheDay() {
    var replication = load("diurnal 1/s to 12/s every 24 h for 24 h", 1_000_000).replication(7);

    var phase = Duration.ofHours(24).minus(replication.warmUp());
    assertThat(replication.loads().get(0).arrivals())
        .hasToString(
            "diurnal 1/s to 12/s every 1 d from "
                + Notation.time(phase)
                + " for "
                + Notation.time(replication.warmUp()));
    assertThat(replication.loads().get(0).isCounted()).isFalse();
    assertThat(replication.loads().get(1).start()).isEqualTo(replication.warmUp());
  }

  @Test
  void aPartStandsForTheWholeOfWhatIsTheSameAllTheTime() {
    var load = load("poisson 100/s for 24 h", 720_000);

    assertThat(load.counted()).isEqualTo(Duration.ofHours(2));
    assertThat(load.requestsPerHour()).isCloseTo(360_000, within(1e-6));
    assertThat(load.words()).startsWith("2 h of its 24 h, which stand for the rest, after 10 min");
  }

  @Test
  void ofWhatHasPeriodsWholeOnesAreSimulated() {
    // 6.5/s on average: 23,400 requests an hour.
    assertThat(load("diurnal 1/s to 12/s every 1 h for 24 h", 50_000).counted())
        .isEqualTo(Duration.ofHours(2));
    assertThat(load("diurnal 1/s to 12/s every 24 h for 24 h", 50_000).counted())
        .isEqualTo(Duration.ofHours(24));
    // Half a period from its middle on is as much as the other half.
    assertThat(load("diurnal 1/s to 12/s every 2 h from 1 h for 1 h", 50_000).requestsPerHour())
        .isCloseTo(23_400, within(1e-6));
  }

  @Test
  void eachReplicationTakesOtherArrivalsAndTheSameSeedTheSame() {
    var load = load("poisson 2/s for 24 h", 1_000_000);

    assertThat(load.replication(7))
        .isEqualTo(load.replication(7))
        .isNotEqualTo(load.replication(8));
  }

  @Test
  void whatIsMoreThanARateIsSimulatedWholeFromNothing() {
    var load = load("burst 5000", 100);

    assertThat(load.requests()).isEqualTo(5_000);
    assertThat(load.replication(1).warmUp()).isZero();
    assertThat(load.words())
        .isEqualTo("all of its 5,000 requests, with no warm-up: it starts without any environment");
  }
}

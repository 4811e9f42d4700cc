package dev.thaw.engine.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DatapointTest {
  @Test
  void tellsPercentilesByNearestRank() {
    var point = new Datapoint();
    for (int value = 1; value <= 100; value++) {
      point.add(value, 1);
    }
    assertThat(point.percentile(50)).isEqualTo(50);
    assertThat(point.percentile(99)).isEqualTo(99);
    assertThat(point.percentile(99.9)).isEqualTo(100);
    assertThat(point.percentile(0)).isEqualTo(1);
    assertThat(point.sum()).isEqualTo(5050);
  }

  @Test
  void roundsToThreeDigitsForPercentilesAlone() {
    var point = new Datapoint();
    point.add(1234.5, 1);
    point.add(2000, 1);
    assertThat(point.percentile(50)).isEqualTo(1234.5);
    assertThat(point.minimum()).isEqualTo(1234.5);
    point.add(1000, 1);
    assertThat(point.percentile(50)).isEqualTo(1230);
  }

  @Test
  void gathersMinutesIntoPeriods() {
    var series = new Series();
    var start = Instant.parse("2026-11-23T10:00:00Z");
    series.add(start.plusSeconds(1), 1, 1);
    series.add(start.plusSeconds(61), 2, 1);
    series.add(start.plusSeconds(301), 4, 1);
    var fiveMinutes = series.periods(start, start.plusSeconds(600), 300);
    assertThat(fiveMinutes.keySet())
        .isEqualTo(Set.of(start.getEpochSecond(), start.getEpochSecond() + 300));
    assertThat(fiveMinutes.firstEntry().getValue().sum()).isEqualTo(3);
    assertThat(series.periods(start.plusSeconds(60), start.plusSeconds(120), 60)).hasSize(1);
    assertThat(series.periods(start.plusSeconds(60), start.plusSeconds(60), 60)).isEmpty();
  }
}

package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationsTest {
  @Test
  void takesPercentilesByNearestRank() {
    var durations = new Durations();
    for (int ms = 2000; ms >= 1; ms--) {
      durations.add(ms);
    }

    assertThat(durations.percentile(0.5)).isEqualTo(1000);
    assertThat(durations.percentile(0.99)).isEqualTo(1980);
    assertThat(durations.max()).isEqualTo(2000);
  }

  @Test
  void knowsNothingOfNothing() {
    var durations = new Durations();
    durations.add(1);
    durations.clear();

    assertThat(durations.percentile(0.5)).isNaN();
  }
}

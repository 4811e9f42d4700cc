package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.results.Overload.Point;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class OverloadTest {
  private static final long SECOND_NS = 1_000_000_000L;

  /** 10/s for 2 s, 20/s for 2 s of which every request of the last second is throttled, 10/s. */
  @Test
  void onsetIsTheRateOfTheSecondUpToTheFirstThrottle() {
    var points = new ArrayList<Point>();
    for (int i = 0; i < 20; i++) {
      points.add(new Point(i * SECOND_NS / 10, 1, 0));
    }
    for (int i = 0; i < 40; i++) {
      points.add(new Point(2 * SECOND_NS + i * SECOND_NS / 20, 1, i >= 20 ? 1 : 0));
    }
    // 0.5 s after the fall of the rate the last one is throttled.
    for (int i = 0; i < 10; i++) {
      points.add(new Point(4 * SECOND_NS + i * SECOND_NS / 10, 1, i == 5 ? 1 : 0));
    }

    var overload = Overload.of(points).orElseThrow();

    assertThat(overload.onsetPerSecond()).isEqualTo(20);
    // The second up to 4 s is the last that holds 20; 4.5 s is the last throttle.
    assertThat(overload.recoveryMs()).isEqualTo(500);
  }

  @Test
  void withoutAThrottleThereIsNoOverload() {
    var points = new ArrayList<Point>();
    points.add(new Point(0, 5, 0));

    assertThat(Overload.of(points)).isEmpty();
  }
}

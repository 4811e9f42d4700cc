package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ExpiryTimerTest {
  private record Planned(long instantNs, Runnable task) {}

  private final List<Planned> planned = new ArrayList<>();
  private OptionalLong next = OptionalLong.empty();
  private int expiries;
  private final ExpiryTimer timer =
      new ExpiryTimer(
          (instantNs, task) -> planned.add(new Planned(instantNs, task)),
          () -> {
            expiries++;
            return next;
          });

  private List<Long> instants() {
    return planned.stream().map(Planned::instantNs).toList();
  }

  @Test
  void plansOnceForLaterAndLaterExpiries() {
    timer.expectBy(10);
    timer.expectBy(11);
    timer.expectBy(12);

    assertThat(instants()).containsExactly(10L);
  }

  @Test
  void plansAnewForAnEarlierExpiryAndIgnoresTheOneItReplaced() {
    timer.expectBy(10);
    timer.expectBy(5);
    assertThat(instants()).containsExactly(10L, 5L);

    next = OptionalLong.of(20);
    planned.get(1).task().run();
    planned.get(0).task().run();
    assertThat(expiries).isEqualTo(1);
    assertThat(instants()).containsExactly(10L, 5L, 20L);
  }

  @Test
  void restsWhenNothingIsIdle() {
    timer.expectBy(10);
    planned.get(0).task().run();
    assertThat(instants()).containsExactly(10L);

    timer.expectBy(30);
    assertThat(instants()).containsExactly(10L, 30L);
  }
}

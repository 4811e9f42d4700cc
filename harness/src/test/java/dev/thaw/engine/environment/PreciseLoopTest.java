package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PreciseLoopTest {
  private static final long MS = 1_000_000;

  @Test
  void runsTasksAtTheirInstantInOrderAndNotBefore() throws Exception {
    var order = new CopyOnWriteArrayList<String>();
    var done = new CountDownLatch(1);
    try (var loop = new PreciseLoop(TestFleet.CLOCK)) {
      long start = TestFleet.CLOCK.nanoTime();
      loop.execute(
          () -> {
            loop.at(
                start + 30 * MS,
                () -> {
                  order.add("third " + (TestFleet.CLOCK.nanoTime() >= start + 30 * MS));
                  done.countDown();
                });
            loop.at(start + 20 * MS, () -> order.add("second"));
            loop.at(start + 10 * MS, () -> order.add("cancelled")).cancel();
            loop.at(start - MS, () -> order.add("overdue"));
            order.add("first");
          });
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(order)
        .containsExactlyElementsOf(List.of("first", "overdue", "second", "third true"));
  }
}

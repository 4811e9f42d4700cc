package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Handling;
import dev.thaw.invocation.RouteKind;
import dev.thaw.results.Delivery;
import dev.thaw.results.InvocationCount;
import dev.thaw.results.PhaseSummary;
import dev.thaw.results.RunFolder;
import dev.thaw.results.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the client sent, what the engine ran and what the functions' log says are the same events,
 * by every route, on simulated environments. Times are not judged: the machine may be busy.
 */
final class EventCountsIT {
  private static final int EVENTS = 300;
  private static final String EXPERIMENT =
      """
      name: counts
      variants:
        simulated:
          environment:
            THAW_SIMULATED: "init: constant 20 ms; service: constant 2 ms"
      phases:
      """
          + Arrays.stream(RouteKind.values())
              .map(EventCountsIT::phase)
              .collect(Collectors.joining());

  @TempDir private Path folder;

  private static String phase(RouteKind route) {
    return "  %s: {protocol: open-load, route: %1$s, arrivals: constant 150/s for 2 s}%n"
        .formatted(route.wire());
  }

  @Test
  void countsAgreeByEveryRoute() throws IOException, InterruptedException {
    try (var thaw = ThawProcess.run(folder, EXPERIMENT)) {
      thaw.await();
      var run = thaw.runFolder().read();

      assertThat(Summary.of(run).phases())
          .as(thaw.output())
          .extracting(phase -> phase.phase() + " " + phase.requests().recorded())
          .containsExactlyElementsOf(
              Arrays.stream(RouteKind.values()).map(route -> route.wire() + " " + EVENTS).toList());
      assertThat(Summary.of(run).phases()).allSatisfy(EventCountsIT::isDelivered);
      assertThat(run.info().invocations())
          .containsOnlyKeys("simulated")
          .containsValue(new InvocationCount(invoked(run), invoked(run)));
    }
  }

  private static void isDelivered(PhaseSummary phase) {
    Delivery delivery = Objects.requireNonNull(phase.delivery());
    assertThat(delivery.accepted()).as("accepted by the service").isEqualTo(EVENTS);
    assertThat(delivery.handled()).as("finished by a handler").isEqualTo(EVENTS);
    assertThat(delivery.lost()).isZero();
    assertThat(delivery.duplicated()).isZero();
  }

  /** Invocations that the function's own log knows. */
  private static long invoked(RunFolder.Contents run) {
    return run.invocations().stream()
        .flatMap(one -> one.handlings().stream())
        .map(Handling::requestId)
        .collect(Collectors.toSet())
        .size();
  }
}

package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Handling;
import dev.thaw.results.Delivery;
import dev.thaw.results.RunFolder;
import dev.thaw.results.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the client sent, what the engine ran and what the functions' log says are the same events,
 * by every route, on simulated environments. Times are not judged: the machine may be busy.
 */
final class EventCountsIT {
  private static final int EVENTS = 1_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "s3"})
  void countsAgree(String route) throws IOException, InterruptedException {
    var experiment =
        """
        name: counts
        variants:
          simulated:
            environment:
              THAW_SIMULATED: "init: constant 20 ms; service: constant 2 ms"
        phases:
          load: {protocol: open-load, route: %s, arrivals: constant 250/s for 4 s}
        """
            .formatted(route);
    try (var thaw = ThawProcess.run(folder, experiment)) {
      thaw.await();
      var run = thaw.runFolder().read();

      var delivery = delivery(run);

      assertThat(run.invocations()).as(thaw.output()).hasSize(EVENTS);
      assertThat(delivery.accepted()).as("accepted by the service").isEqualTo(EVENTS);
      assertThat(delivery.handled()).as("finished by a handler").isEqualTo(EVENTS);
      assertThat(delivery.duplicated()).isZero();
      assertThat(delivery.batches().count()).isEqualTo(reported(run)).isEqualTo(invoked(run));
    }
  }

  private static Delivery delivery(RunFolder.Contents run) {
    return Objects.requireNonNull(Summary.of(run).phases().get(0).delivery());
  }

  /** Invocations with a REPORT of the platform. */
  private static long reported(RunFolder.Contents run) {
    return run.invocations().stream().filter(one -> one.platform() != null).count();
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

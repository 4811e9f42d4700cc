package dev.thaw.experiment.bench.beside;

import dev.thaw.experiment.bench.Together;
import dev.thaw.invocation.Clock;
import dev.thaw.target.TargetException;
import dev.thaw.target.beside.Workplace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Invocations of 1 s of a function that has no environment yet, all sent at the same moment: how
 * long it takes until the last one is answered.
 */
record WorkAtOnce(
    List<Figure> figures, int invocations, int rounds, Map<String, String> variables, Clock clock)
    implements Piece {
  private static final Duration SLEEP = Duration.ofSeconds(1);
  private static final double NS_PER_MS = 1e6;

  @Override
  public int warmUps() {
    return 0;
  }

  @Override
  public Rounds prepare(Workplace place) {
    if (!variables.isEmpty() && !place.simulates(variables)) {
      throw new TargetException(
          "it has no simulated environments, and as many processes at once are not tried here");
    }
    return () -> new double[] {round(place)};
  }

  private double round(Workplace place) throws IOException {
    var requests = place.invocations(SLEEP, variables);
    var connections = new ConcurrentLinkedQueue<Connection>();
    try {
      for (int i = 0; i < invocations; i++) {
        connections.add(new Connection(requests.endpoint()));
      }
      return lastAnswerMs(connections, requests.at(0));
    } finally {
      for (var connection : connections) {
        connection.close();
      }
      place.removeLast();
    }
  }

  private double lastAnswerMs(Queue<Connection> connections, byte[] request) throws IOException {
    var startNs = new AtomicLong();
    var start = new CyclicBarrier(invocations, () -> startNs.set(clock.nanoTime()));
    var endsNs =
        Together.run(
            invocations,
            () -> {
              try (var connection = connections.remove()) {
                await(start);
                connection.send(request);
                return clock.nanoTime();
              }
            });
    return endsNs.stream().mapToLong(end -> end - startNs.get()).max().orElseThrow() / NS_PER_MS;
  }

  private static void await(CyclicBarrier start) throws IOException {
    try {
      start.await();
    } catch (BrokenBarrierException e) {
      throw new IOException("another client was stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

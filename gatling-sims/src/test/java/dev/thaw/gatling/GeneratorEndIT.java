package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Request;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorEvent.Closed;
import dev.thaw.load.GeneratorEvent.Failed;
import dev.thaw.load.GeneratorEvent.Fired;
import dev.thaw.load.GeneratorEvent.Progress;
import dev.thaw.load.GeneratorEvent.Ready;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.load.Route;
import dev.thaw.results.NdjsonFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a generator ends. */
class GeneratorEndIT {
  @TempDir Path folder;

  @Test
  void recordsRefusedConnectionsAndEndsInPeace() throws Exception {
    try (var worker = WorkerProcess.start(folder)) {
      worker.order(open(closedPort()));
      worker.order(fire("f", "constant 20/s for 1 s"));
      worker.order(new Close());

      var fired = worker.await(Fired.class);
      assertThat(fired.done()).isEqualTo(20);
      assertThat(fired.failed()).isEqualTo(20);
      assertThat(fired.requests())
          .allSatisfy(
              request -> assertThat(request.answer().error()).contains("Connection refused"));
      assertThat(worker.await(Closed.class).recorded()).isEqualTo(20);
      assertThat(worker.exitCode()).isZero();
      // Gatling's own console counts them too, apart from the requests of the burn-in.
      assertThat(Files.readString(folder.resolve("stderr")))
          .containsPattern("burn-in +\\| +100 \\| +100 \\| +0")
          .containsPattern("event +\\| +20 \\| +0 \\| +20");
    }
  }

  @Test
  void endsWhenNobodyIsLeftToGiveOrders() throws Exception {
    try (var lambda = new LambdaStub();
        var worker = WorkerProcess.start(folder)) {
      worker.order(open(lambda.uri()));
      worker.order(fire("silent", "constant 20/s for 600 s"));
      Progress progress = worker.await(Progress.class);
      while (progress.sent() < 10) {
        progress = worker.await(Progress.class);
      }
      worker.hangUp();

      var recorded = worker.await(Closed.class).recorded();
      assertThat(worker.exitCode()).isZero();
      assertThat(recorded).isBetween(10L, 2000L);
      var contents = new NdjsonFile<>(file(), Request.class).read();
      assertThat(contents.isComplete()).isTrue();
      assertThat(contents.values())
          .hasSize((int) recorded)
          .allSatisfy(request -> assertThat(request.answer().error()).contains("was stopped"));
    }
  }

  @Test
  void asksForMissingCredentials() throws Exception {
    try (var worker = WorkerProcess.start(WorkerSimulation.class, folder, Map.of())) {
      worker.order(open(closedPort()));

      assertThat(worker.await(Failed.class).message()).startsWith("No credentials: set ");
      assertThat(worker.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void saysThatItCannotWriteTheFile() throws Exception {
    try (var worker = WorkerProcess.start(folder)) {
      var nowhere = folder.resolve("no/such/folder/requests").toString();
      worker.order(new Open(closedPort(), "eu-west-1", nowhere, 0, 1, 0));

      assertThat(worker.await(Failed.class).message())
          .startsWith("Cannot write the requests file " + nowhere);
      assertThat(worker.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void saysThatItCannotReadAnOrderButKeepsWhatItHas() throws Exception {
    try (var lambda = new LambdaStub();
        var worker = WorkerProcess.start(folder)) {
      worker.order(open(lambda.uri()));
      worker.await(Ready.class);
      worker.order(fire("f", "burst 5"));
      worker.line("go on");

      assertThat(worker.await(Failed.class).message()).startsWith("Unreadable order 'go on': ");
      assertThat(worker.exitCode()).isEqualTo(1);
      assertThat(new NdjsonFile<>(file(), Request.class).read().values()).hasSize(5);
    }
  }

  @Test
  void saysThatItBroke() throws Exception {
    try (var worker = WorkerProcess.start(CrashingSimulation.class, folder, Map.of())) {
      assertThat(worker.await(Failed.class).message())
          .isEqualTo(
              "The generator's thread 'generator' broke: "
                  + "java.lang.IllegalStateException: out of luck");
      assertThat(worker.exitCode()).isEqualTo(1);
    }
  }

  private Open open(URI endpoint) {
    return new Open(endpoint, "eu-west-1", file().toString(), 0, 1, 100);
  }

  private static Fire fire(String function, String arrivals) {
    return new Fire(
        "p",
        "v",
        new Route.Invoke(function),
        "{}",
        ArrivalProcess.parse(arrivals),
        1,
        0,
        0,
        900_000,
        true);
  }

  private Path file() {
    return folder.resolve("requests.ndjson.gz");
  }

  private static URI closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}

package dev.thaw.gatling;

import dev.thaw.invocation.Request;
import dev.thaw.load.ConstantArrivals;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.Route;
import dev.thaw.results.NdjsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Requests to a stub in this process before any are sent to a target: the just-in-time compiler
 * needs thousands of them before requests go out on time. They take the very way of those that
 * count, to a file that is thrown away; a way not taken would be compiled when it matters.
 */
record BurnIn(int requests, Path file) {
  /** As many as LagBench needed until more made no difference. */
  static final int ENOUGH = 8_000;

  /** Opening connections is part of the way. */
  private static final int CLOSE_EVERY = 8;

  private static final double RATE = 2000;
  private static final String PAYLOAD = "{\"sleepMs\":0,\"cpuMs\":0,\"index\":${index}}";

  /** Burns in; how long it took, in ms. */
  double run(InvokeAction gatling, RequestSigner signer, StopSignal stop) throws IOException {
    if (requests == 0) {
      return 0;
    }
    try (var stub = new StubServer(CLOSE_EVERY);
        var writer = NdjsonWriter.create(file, Request.class);
        var recorder = new Recorder(stretch -> {})) {
      var range = new FiringRange("burn-in", gatling, new ArrivalShare(0, 1), stop, recorder);
      var fire = fire();
      var request = SignedRequest.of(new Endpoints(stub.uri()), fire, signer);
      return range.fire(fire, request, writer::add).elapsedMs();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Fire fire() {
    var arrivals = new ConstantArrivals(RATE, Duration.ofNanos((long) (requests / RATE * 1e9)));
    return new Fire(
        "burn-in", "stub", new Route.Invoke("stub"), PAYLOAD, arrivals, 1, 0, 0, 10_000, false);
  }
}

package dev.thaw.gatling;

import dev.thaw.load.ConstantArrivals;
import dev.thaw.load.GeneratorOrder.Fire;
import java.time.Duration;

/**
 * Requests to a stub in this process before any are sent to a target: the just-in-time compiler
 * needs thousands of them before requests go out on time.
 */
record BurnIn(int requests) {
  /** As many as it takes until the compiler has seen enough (measured by LagBench). */
  static final int ENOUGH = 16_000;

  private static final double RATE =
      Double.parseDouble(System.getProperty("thaw.burnInRate", "2000"));
  private static final String PAYLOAD = "{\"sleepMs\":0,\"cpuMs\":0,\"index\":${index}}";

  /** Burns in; how long it took, in ms. */
  double run(InvokeAction gatling, RequestSigner signer, StopSignal stop) {
    if (requests == 0) {
      return 0;
    }
    try (var stub = new StubServer();
        var recorder = new Recorder(stretch -> {})) {
      var range = new FiringRange(gatling, new ArrivalShare(0, 1), stop, recorder);
      var fire = fire();
      var request = InvokeRequest.of(stub.uri(), fire, signer).toGatling().silent();
      return range.fire(fire, request, recorded -> {}).elapsedMs();
    }
  }

  private Fire fire() {
    var arrivals = new ConstantArrivals(RATE, Duration.ofNanos((long) (requests / RATE * 1e9)));
    return new Fire("burn-in", "stub", "stub", PAYLOAD, arrivals, 1, 0, 0, 10_000, false);
  }
}

package dev.thaw.gatling;

import dev.thaw.invocation.Request;
import dev.thaw.load.GeneratorOrder.Fire;
import java.net.URI;
import java.util.function.Consumer;

/** What it takes to fire a stretch of load: Gatling, a signature, a pacer and a recorder. */
record FiringRange(
    InvokeAction gatling,
    RequestSigner signer,
    ArrivalShare share,
    StopSignal stop,
    Recorder recorder) {

  /** Sends the stretch; returns when each of its requests was answered, failed or given up. */
  FiredStretch fire(URI endpoint, Fire fire, Consumer<Request> file) {
    var request = gatling.prepare(InvokeRequest.of(endpoint, fire, signer).toGatling());
    var stretch = new FiredStretch(fire, share, recorder, file);
    recorder.watch(stretch);
    new Pacer(gatling, stop).launch(stretch, request);
    recorder.await(stretch, stop);
    return stretch;
  }
}

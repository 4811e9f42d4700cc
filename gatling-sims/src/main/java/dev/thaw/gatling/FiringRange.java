package dev.thaw.gatling;

import dev.thaw.invocation.Request;
import dev.thaw.load.GeneratorOrder.Fire;
import java.util.function.Consumer;

/**
 * What it takes to fire a stretch of load: the name that Gatling counts its requests under,
 * Gatling, a share of each plan, a recorder.
 */
record FiringRange(
    String name, InvokeAction gatling, ArrivalShare share, StopSignal stop, Recorder recorder) {

  /** Sends the stretch; returns when each of its requests was answered, failed or given up. */
  FiredStretch fire(Fire fire, SignedRequest request, Consumer<Request> file) {
    var pacer = new Pacer(gatling.launcher(request.toGatling(name)), stop);
    var stretch = new FiredStretch(fire, request.route(), share, recorder, file);
    recorder.watch(stretch);
    pacer.launch(stretch);
    recorder.await(stretch, stop);
    return stretch;
  }
}

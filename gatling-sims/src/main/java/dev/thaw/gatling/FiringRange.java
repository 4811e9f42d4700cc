package dev.thaw.gatling;

import dev.thaw.invocation.Request;
import dev.thaw.load.GeneratorOrder.Fire;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.Consumer;

/** What it takes to fire a stretch of load: Gatling, a share of each plan, a recorder. */
record FiringRange(InvokeAction gatling, ArrivalShare share, StopSignal stop, Recorder recorder) {

  /** Sends the stretch; returns when each of its requests was answered, failed or given up. */
  FiredStretch fire(Fire fire, HttpRequestActionBuilder request, Consumer<Request> file) {
    var pacer = new Pacer(gatling.launcher(request), stop);
    var stretch = new FiredStretch(fire, share, recorder, file);
    recorder.watch(stretch);
    pacer.launch(stretch);
    recorder.await(stretch, stop);
    return stretch;
  }
}

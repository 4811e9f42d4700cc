package dev.thaw.gatling;

import dev.thaw.invocation.Request;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.results.NdjsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** A load generator's life: it is opened, burns in, fires what it is told to, closes its file. */
final class Generator {
  private final Orders orders;
  private final StopSignal stop;
  private final GeneratorListener listener;
  private final Map<String, String> variables;

  Generator(
      Orders orders, StopSignal stop, GeneratorListener listener, Map<String, String> variables) {
    this.orders = orders;
    this.stop = stop;
    this.listener = listener;
    this.variables = variables;
  }

  /** Obeys until told to close, or until nobody is left to give orders. */
  void run(InvokeAction gatling) {
    var first = orders.next();
    if (first.isEmpty()) {
      return;
    }
    if (!(first.orElseThrow() instanceof Open open)) {
      throw new GeneratorException("The first order must be 'open'.");
    }
    var endpoints = new Endpoints(open.endpoint());
    var signer = signer(open);
    var share = new ArrivalShare(open.generator(), open.generators());
    var file = create(open.requestsFile());
    try (file;
        var recorder = new Recorder(listener::progress)) {
      double burnInMs = burnIn(open, gatling, signer);
      listener.ready(open.burnInRequests(), burnInMs);
      var range = new FiringRange("event", gatling, share, stop, recorder);
      obey(fire -> range.fire(fire, SignedRequest.of(endpoints, fire, signer), file::add));
    }
    listener.closed(finish(file));
  }

  private double burnIn(Open open, InvokeAction gatling, RequestSigner signer) {
    try {
      // Beside the requests, so that nothing is left elsewhere whatever happens.
      var file = Path.of(open.requestsFile()).resolveSibling("burn-in.ndjson.gz");
      return new BurnIn(open.burnInRequests(), file).run(gatling, signer, stop);
    } catch (IOException e) {
      throw new GeneratorException("Cannot burn in with a temporary file: " + e, e);
    }
  }

  private RequestSigner signer(Open open) {
    var credentials = RequestSigner.credentials(variables);
    return new RequestSigner(credentials, open.region(), Clock.systemUTC());
  }

  private void obey(Function<Fire, FiredStretch> gun) {
    for (var order = orders.next(); order.isPresent(); order = orders.next()) {
      if (order.orElseThrow() instanceof Fire fire) {
        listener.fired(gun.apply(fire));
      } else if (order.orElseThrow() instanceof Close) {
        return;
      } else {
        throw new GeneratorException("An open generator cannot be opened again.");
      }
    }
  }

  private static NdjsonWriter<Request> create(String path) {
    try {
      return NdjsonWriter.create(Path.of(path), Request.class);
    } catch (IOException e) {
      throw new GeneratorException("Cannot write the requests file %s: %s".formatted(path, e), e);
    }
  }

  private static long finish(NdjsonWriter<Request> file) {
    try {
      return file.finish();
    } catch (IOException e) {
      throw new GeneratorException("The requests file is not complete: " + e, e);
    }
  }
}

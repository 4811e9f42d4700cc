package dev.thaw.gatling;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a person: what was sent, how it went, and which file holds it. */
record Summary(PrintStream out, PrintStream err, String requestsFile) implements GeneratorListener {

  @Override
  public void ready(long burnInRequests, double burnInMs) {
    print("Burnt in with %d requests to a stub in %.1f s.", burnInRequests, burnInMs / 1000);
  }

  @Override
  public void progress(FiredStretch stretch) {}

  @Override
  public void fired(FiredStretch stretch) {
    print(
        "%s on %s: sent %d of %d, %d failed.",
        stretch.fire().arrivals(),
        stretch.fire().route().target(),
        stretch.launched(),
        stretch.planned(),
        stretch.failed());
    print(stretch.latencies(), "latency from the intended time");
    print(stretch.lags(), "lag of the generator");
  }

  private void print(Durations durations, String what) {
    print(
        "%s: p50 %.2f ms, p99 %.2f ms, max %.2f ms",
        what, durations.percentile(0.5), durations.percentile(0.99), durations.max());
  }

  @Override
  public void failed(String message) {
    err.println(message);
    err.flush();
  }

  @Override
  public void closed(long recorded) {
    print("%d requests in %s", recorded, requestsFile);
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}

package dev.thaw.gatling;

import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Timing;
import dev.thaw.load.GeneratorOrder.Fire;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One stretch of load on its way: which of its requests are in the air, and the figures of those
 * that have landed.
 *
 * <p>The pacing thread launches, event loops land, the recorder's thread records; the figures
 * belong to the recorder until {@link #awaitEnd} has returned.
 */
final class FiredStretch {
  private static final long NS_PER_MS = 1_000_000;

  /** How much longer than its timeout a request may take before it is given up by us. */
  private static final long GRACE_NS = 5_000_000_000L;

  private final Fire fire;
  private final ArrivalShare share;
  private final Recorder recorder;
  private final Consumer<Request> file;
  private final EpochClock clock = new EpochClock();
  private final long beganNs = clock.now();
  private final RouteRequest route;
  private final PayloadTemplate payload;
  private final long planned;
  private final Set<Flight> inTheAir = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicLong launched = new AtomicLong();
  private volatile boolean launchedAll;

  private long done;
  private long failed;
  private final Durations lags = new Durations();
  private final Durations latencies = new Durations();
  private final Durations latestLatencies = new Durations();
  private final List<Request> echo = new ArrayList<>();

  FiredStretch(
      Fire fire,
      RouteRequest route,
      ArrivalShare share,
      Recorder recorder,
      Consumer<Request> file) {
    this.fire = fire;
    this.route = route;
    this.share = share;
    this.recorder = recorder;
    this.file = file;
    this.payload = new PayloadTemplate(fire.payload(), fire.phase(), fire.variant());
    this.planned = share.count(fire.arrivals(), fire.seed());
  }

  Fire fire() {
    return fire;
  }

  ArrivalShare share() {
    return share;
  }

  EpochClock clock() {
    return clock;
  }

  RouteRequest route() {
    return route;
  }

  Event event(long index) {
    return payload.event(index);
  }

  void launching(Flight flight) {
    inTheAir.add(flight);
    launched.incrementAndGet();
  }

  /** Nothing more will be launched; what is in the air may still land. */
  void launchedAll() {
    launchedAll = true;
  }

  void landed(Flight flight) {
    recorder.add(flight);
  }

  /** Takes a landed flight into the figures and the file. */
  void record(Flight flight) {
    inTheAir.remove(flight);
    var request =
        new Request(
            new Slot(share.generator(), fire.phase(), fire.variant(), flight.index()),
            new Timing(flight.intendedNs(), flight.sentNs(), flight.doneNs()),
            route.decode(flight.answer()),
            fire.route().kind());
    done++;
    failed += request.answer().isSuccess() ? 0 : 1;
    lags.add(request.timing().lagMs());
    latencies.add(request.timing().latencyMs());
    latestLatencies.add(request.timing().latencyMs());
    if (fire.echo()) {
      echo.add(request);
    }
    file.accept(request);
  }

  /** Lands what the HTTP client never came back about, so that a stretch always ends. */
  void giveUpOverdue() {
    long now = clock.now();
    for (var flight : inTheAir) {
      if (now - flight.intendedNs() > fire.timeoutMs() * NS_PER_MS + GRACE_NS) {
        flight.land(RawAnswer.none("no word from the HTTP client after the timeout"), now);
      }
    }
  }

  /** Lands everything that is in the air. */
  void giveUp(String why) {
    long now = clock.now();
    inTheAir.forEach(flight -> flight.land(RawAnswer.none(why), now));
  }

  /** Lets {@link #awaitEnd} return once all that was launched is recorded. */
  void checkEnd() {
    if (launchedAll && done == launched.get()) {
      end.countDown();
    }
  }

  /** Waits that long at most for the end; true when it has come. */
  boolean awaitEnd(long ms) {
    try {
      return end.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Since it was begun. */
  double elapsedMs() {
    return (double) (clock.now() - beganNs) / NS_PER_MS;
  }

  long planned() {
    return planned;
  }

  long launched() {
    return launched.get();
  }

  long done() {
    return done;
  }

  long failed() {
    return failed;
  }

  Durations lags() {
    return lags;
  }

  Durations latencies() {
    return latencies;
  }

  Durations latestLatencies() {
    return latestLatencies;
  }

  List<Request> echo() {
    return echo;
  }
}

package dev.thaw.experiment.plan;

import dev.thaw.experiment.predict.Words;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.ConstantArrivals;
import dev.thaw.load.PoissonArrivals;
import dev.thaw.model.Load;
import dev.thaw.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * The load that is planned for, as it is simulated: all of it, or, where that is too much and its
 * rate is known at every instant, one window out of each of several equal stretches, each after a
 * keep-alive of warm-up that does not count. With a fixed keep-alive that is as good as all that
 * came before: which environments live depends on the last keep-alive only.
 */
final class PlannedLoad {
  private static final int WINDOWS = 8;

  /** Each warm-up and each window is cut into so many pieces of even rate. */
  private static final int PIECES = 5;

  private static final double NS_PER_SECOND = 1e9;
  private static final int STEPS = 1_000;

  private final ArrivalProcess arrivals;
  private final Optional<DoubleUnaryOperator> rate;
  private final double warmUpSeconds;
  private final double seconds;
  private final double requests;
  private final double windowSeconds;

  /** The load, cut down to windows if it has more than so many requests. */
  PlannedLoad(ArrivalProcess arrivals, Duration keepAlive, long most) {
    this.arrivals = arrivals;
    this.rate = RateCurve.of(arrivals);
    this.seconds = arrivals.duration().toNanos() / NS_PER_SECOND;
    this.warmUpSeconds = rate.isPresent() ? keepAlive.toNanos() / NS_PER_SECOND : 0;
    this.requests = rate.map(this::area).orElseGet(() -> (double) count(arrivals));
    this.windowSeconds = windowSeconds(most);
  }

  /** How many requests a replication simulates, warm-ups included. */
  long simulated() {
    if (rate.isEmpty()) {
      return Math.round(requests);
    }
    double perSecond = requests / seconds;
    return Math.round(
        isCutDown()
            ? WINDOWS * (warmUpSeconds + windowSeconds) * perSecond
            : requests + warmUpSeconds * perSecond);
  }

  /** Infinite for all at the same instant. */
  double requestsPerHour() {
    return requests / seconds * 3600;
  }

  /** What is simulated, in words. */
  String words() {
    var warmUp =
        warmUpSeconds > 0
            ? Words.of(duration(warmUpSeconds)) + " of warm-up that does not count"
            : "no warm-up: it starts without any environment";
    return isCutDown()
        ? Figures.format(
            "%d windows of %s, one out of each %s, at another place in each replication, each after %s",
            WINDOWS,
            Figures.duration(duration(windowSeconds)),
            Figures.duration(duration(seconds / WINDOWS)),
            warmUp)
        : Figures.format(
            "all of its %s requests, with %s", Figures.count(Math.round(requests)), warmUp);
  }

  /** How long a replication is. */
  Duration duration() {
    return duration(
        isCutDown() ? WINDOWS * (warmUpSeconds + windowSeconds) : warmUpSeconds + seconds);
  }

  /** The loads of a replication, drawn from that seed. */
  List<Load> loads(long seed) {
    var random = new SplittableRandom(seed);
    var loads = new ArrayList<Load>();
    if (isCutDown()) {
      double stretch = seconds / WINDOWS;
      for (int window = 0; window < WINDOWS; window++) {
        double at = window * stretch + random.nextDouble() * (stretch - windowSeconds);
        double start = window * (warmUpSeconds + windowSeconds);
        pieces(loads, new Span(at - warmUpSeconds, warmUpSeconds, start), false, random);
        pieces(loads, new Span(at, windowSeconds, start + warmUpSeconds), true, random);
      }
    } else {
      pieces(loads, new Span(-warmUpSeconds, warmUpSeconds, 0), false, random);
      loads.add(new Load.Sync(arrivals, duration(warmUpSeconds), random.nextLong(), true));
    }
    return loads;
  }

  /** So many seconds from a second of the load on, simulated from another second on. */
  private record Span(double at, double seconds, double start) {}

  private void pieces(List<Load> loads, Span span, boolean isCounted, SplittableRandom random) {
    double length = span.seconds() / PIECES;
    for (int piece = 0; piece < PIECES && length > 0; piece++) {
      double rateNow = rateAt(span.at() + (piece + 0.5) * length);
      long seed = random.nextLong();
      if (rateNow * length > 0) {
        var start = duration(span.start() + piece * length);
        loads.add(new Load.Sync(even(rateNow, duration(length)), start, seed, isCounted));
      }
    }
  }

  private ArrivalProcess even(double perSecond, Duration length) {
    return arrivals instanceof ConstantArrivals
        ? new ConstantArrivals(perSecond, length)
        : new PoissonArrivals(perSecond, length);
  }

  private double rateAt(double second) {
    return rate.map(curve -> curve.applyAsDouble(second)).orElse(0.0);
  }

  private boolean isCutDown() {
    return windowSeconds > 0;
  }

  /** As long as the budget allows, but not too short to be worth its warm-up; 0 for all of it. */
  private double windowSeconds(long most) {
    if (rate.isEmpty() || requests <= most) {
      return 0;
    }
    double allowed = most / (requests / seconds) / WINDOWS - warmUpSeconds;
    double length = Math.max(allowed, warmUpSeconds / 5);
    return WINDOWS * (length + warmUpSeconds) < seconds ? length : 0;
  }

  private double area(DoubleUnaryOperator curve) {
    double sum = 0;
    for (int step = 0; step < STEPS; step++) {
      sum += curve.applyAsDouble((step + 0.5) / STEPS * seconds);
    }
    return sum / STEPS * seconds;
  }

  private static long count(ArrivalProcess arrivals) {
    long count = 0;
    for (var offsets = arrivals.offsetsNs(0); offsets.hasNext(); offsets.nextLong()) {
      count++;
    }
    return count;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NS_PER_SECOND));
  }
}

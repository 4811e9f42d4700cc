package dev.thaw.experiment.plan;

import dev.thaw.experiment.predict.Words;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.ConstantArrivals;
import dev.thaw.load.DiurnalArrivals;
import dev.thaw.load.PoissonArrivals;
import dev.thaw.model.Load;
import dev.thaw.report.Figures;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The load that is planned for, as it is simulated. What is nothing but a rate goes on before its
 * start: a keep-alive, so that as many environments live as ever would, and a random part of their
 * longest lifetime, so that they are of any age. Of loads whose stretches are all alike, a part
 * stands for the whole where the whole is too much.
 */
final class PlannedLoad {
  private static final double NS_PER_SECOND = 1e9;

  private final ArrivalProcess arrivals;
  private final ArrivalProcess simulated;
  private final Duration keepAlive;
  private final Duration lifetime;
  private final double requests;

  /**
   * One replication of it.
   *
   * @param warmUp how long the load goes on before anything counts
   */
  record Replication(Duration warmUp, List<Load> loads, Duration duration) {}

  /** The load, shortened if it has more than so many requests and is the same all the time. */
  PlannedLoad(ArrivalProcess arrivals, Duration keepAlive, Duration lifetime, long most) {
    this.arrivals = arrivals;
    this.keepAlive = keepAlive;
    this.lifetime = lifetime;
    this.requests = requests(arrivals);
    this.simulated = requests <= most ? arrivals : part(arrivals, most / requests);
  }

  /** About how many requests a replication simulates, the warm-up included. */
  long requests() {
    double perSecond = requests / seconds(arrivals.duration());
    double whole = seconds(simulated.duration()) * perSecond;
    return Math.round(hasWarmUp() ? whole + meanWarmUpSeconds() * perSecond : requests);
  }

  /** Infinite for all at the same instant. */
  double requestsPerHour() {
    return requests / seconds(arrivals.duration()) * 3600;
  }

  /** For how long requests count in each replication. */
  Duration counted() {
    return simulated.duration();
  }

  /** What each replication simulates, in words. */
  String words() {
    var what =
        simulated.equals(arrivals)
            ? Figures.format("all of its %s requests", Figures.count(Math.round(requests)))
            : Figures.format(
                "%s of its %s, which stand for the rest",
                Words.of(simulated.duration()), Words.of(arrivals.duration()));
    return what + ", " + warmUpWords();
  }

  private String warmUpWords() {
    if (!hasWarmUp()) {
      return "with no warm-up: it starts without any environment";
    }
    return "after "
        + Words.of(keepAlive)
        + (lifetime.isZero() ? "" : " and a random part of " + Words.of(lifetime))
        + " of the same load that does not count";
  }

  /** The replication of that seed. */
  Replication replication(long seed) {
    var random = new SplittableRandom(seed);
    long warmUpSeed = random.nextLong();
    long countedSeed = random.nextLong();
    if (!hasWarmUp()) {
      var load = new Load.Sync(simulated, Duration.ZERO, countedSeed, true);
      return new Replication(Duration.ZERO, List.of(load), simulated.duration());
    }
    var warmUp = keepAlive.plusNanos((long) (random.nextDouble() * lifetime.toNanos()));
    return new Replication(
        warmUp,
        List.of(
            new Load.Sync(before(warmUp), Duration.ZERO, warmUpSeed, false),
            new Load.Sync(simulated, warmUp, countedSeed, true)),
        warmUp.plus(simulated.duration()));
  }

  private boolean hasWarmUp() {
    return !keepAlive.isZero()
        && (arrivals instanceof PoissonArrivals
            || arrivals instanceof ConstantArrivals
            || arrivals instanceof DiurnalArrivals);
  }

  private double meanWarmUpSeconds() {
    return seconds(keepAlive) + seconds(lifetime) / 2;
  }

  /** What comes before the load if it has always been like this. */
  private ArrivalProcess before(Duration length) {
    if (!(simulated instanceof DiurnalArrivals diurnal)) {
      return lasting(simulated, length);
    }
    long period = diurnal.period().toNanos();
    long phase = Math.floorMod(diurnal.phase().toNanos() - length.toNanos(), period);
    return new DiurnalArrivals(
        diurnal.from(), diurnal.to(), diurnal.period(), Duration.ofNanos(phase), length);
  }

  /** As much as that share of it, in whole periods of what has any; all of what is never alike. */
  private static ArrivalProcess part(ArrivalProcess arrivals, double share) {
    double seconds = seconds(arrivals.duration()) * share;
    if (arrivals instanceof DiurnalArrivals diurnal) {
      double period = seconds(diurnal.period());
      double whole = Math.max(1, Math.floor(seconds / period)) * period;
      return whole < seconds(arrivals.duration()) ? lasting(arrivals, duration(whole)) : arrivals;
    }
    return lasting(arrivals, duration(Math.max(1, Math.ceil(seconds))));
  }

  private static ArrivalProcess lasting(ArrivalProcess arrivals, Duration length) {
    if (arrivals instanceof PoissonArrivals poisson) {
      return new PoissonArrivals(poisson.rate(), length);
    }
    if (arrivals instanceof ConstantArrivals constant) {
      return new ConstantArrivals(constant.rate(), length);
    }
    if (arrivals instanceof DiurnalArrivals diurnal) {
      return new DiurnalArrivals(
          diurnal.from(), diurnal.to(), diurnal.period(), diurnal.phase(), length);
    }
    return arrivals;
  }

  private static double requests(ArrivalProcess arrivals) {
    double seconds = seconds(arrivals.duration());
    if (arrivals instanceof PoissonArrivals poisson) {
      return poisson.rate() * seconds;
    }
    if (arrivals instanceof ConstantArrivals constant) {
      return constant.rate() * seconds;
    }
    return arrivals instanceof DiurnalArrivals diurnal ? area(diurnal) : count(arrivals);
  }

  /** The integral of from + (to - from) (1 - cos(2 pi (t + phase) / period)) / 2. */
  private static double area(DiurnalArrivals diurnal) {
    double turn = 2 * Math.PI / seconds(diurnal.period());
    double start = seconds(diurnal.phase());
    double end = start + seconds(diurnal.duration());
    double wave = (StrictMath.sin(turn * end) - StrictMath.sin(turn * start)) / turn;
    double middle = (diurnal.from() + diurnal.to()) / 2;
    return middle * (end - start) - (diurnal.to() - diurnal.from()) / 2 * wave;
  }

  private static double count(ArrivalProcess arrivals) {
    long count = 0;
    for (var offsets = arrivals.offsetsNs(0); offsets.hasNext(); offsets.nextLong()) {
      count++;
    }
    return count;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NS_PER_SECOND;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NS_PER_SECOND));
  }
}

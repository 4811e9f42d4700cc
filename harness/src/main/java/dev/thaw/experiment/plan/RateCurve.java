package dev.thaw.experiment.plan;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.ConstantArrivals;
import dev.thaw.load.DiurnalArrivals;
import dev.thaw.load.PoissonArrivals;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The rate per second, at every second, of arrivals that are nothing but a rate. */
final class RateCurve {
  private static final double NS_PER_SECOND = 1e9;

  private RateCurve() {}

  /** None where arrivals depend on each other or come from a trace. */
  static Optional<DoubleUnaryOperator> of(ArrivalProcess arrivals) {
    if (arrivals instanceof PoissonArrivals poisson) {
      return Optional.of(second -> poisson.rate());
    }
    if (arrivals instanceof ConstantArrivals constant) {
      return Optional.of(second -> constant.rate());
    }
    if (arrivals instanceof DiurnalArrivals diurnal) {
      return Optional.of(second -> rateAt(diurnal, second));
    }
    return Optional.empty();
  }

  /** Also before its start: a day is like the one before. */
  private static double rateAt(DiurnalArrivals diurnal, double second) {
    double period = diurnal.period().toNanos() / NS_PER_SECOND;
    double share = (second + diurnal.phase().toNanos() / NS_PER_SECOND) / period;
    double height = (1 - StrictMath.cos(2 * Math.PI * share)) / 2;
    return diurnal.from() + (diurnal.to() - diurnal.from()) * height;
  }
}

package dev.thaw.experiment.plan;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.ConstantArrivals;
import dev.thaw.load.PoissonArrivals;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The rate per second, at every second, of arrivals that are nothing but a rate. */
final class RateCurve {
  private RateCurve() {}

  /** None where arrivals depend on each other or come from a trace. */
  static Optional<DoubleUnaryOperator> of(ArrivalProcess arrivals) {
    if (arrivals instanceof PoissonArrivals poisson) {
      return Optional.of(second -> poisson.rate());
    }
    if (arrivals instanceof ConstantArrivals constant) {
      return Optional.of(second -> constant.rate());
    }
    return Optional.empty();
  }
}

package dev.thaw.model;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.ExponentialTime;
import dev.thaw.load.HyperexponentialTime;
import dev.thaw.load.LognormalTime;
import java.util.List;
import java.util.function.DoubleFunction;

/** Service times of one mean and very different variability. */
enum Shape {
  CONSTANT(ConstantTime::new),
  EXPONENTIAL(ExponentialTime::new),
  /** Sigma 1.5: of median e^(-1.125) of the mean. */
  LOGNORMAL(ms -> new LognormalTime(ms * Math.exp(-1.125), 1.5)),
  /** A tenth takes 5.5 times the mean, the others half of it: 0.1 · 5.5 + 0.9 · 0.5 = 1. */
  HYPEREXPONENTIAL(
      ms ->
          new HyperexponentialTime(
              List.of(
                  new HyperexponentialTime.Branch(0.1, 5.5 * ms),
                  new HyperexponentialTime.Branch(0.9, 0.5 * ms))));

  private final DoubleFunction<Distribution> ofMeanMs;

  Shape(DoubleFunction<Distribution> ofMeanMs) {
    this.ofMeanMs = ofMeanMs;
  }

  Distribution ofMean(double seconds) {
    return ofMeanMs.apply(seconds * 1e3);
  }
}

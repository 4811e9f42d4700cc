package dev.thaw.model;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.ExponentialTime;
import dev.thaw.load.HyperexponentialTime;
import dev.thaw.load.HyperexponentialTime.Branch;
import dev.thaw.load.LognormalTime;
import java.util.List;

/** Service times of one mean and very different variability. */
enum Shape {
  CONSTANT,
  EXPONENTIAL,
  /** Sigma 1.5: of median e^(-1.125) of the mean. */
  LOGNORMAL,
  /** A tenth takes 5.5 times the mean, the others half of it: 0.1 · 5.5 + 0.9 · 0.5 = 1. */
  HYPEREXPONENTIAL;

  Distribution ofMean(double seconds) {
    double ms = seconds * 1e3;
    return switch (this) {
      case CONSTANT -> new ConstantTime(ms);
      case EXPONENTIAL -> new ExponentialTime(ms);
      case LOGNORMAL -> new LognormalTime(ms * Math.exp(-1.125), 1.5);
      case HYPEREXPONENTIAL ->
          new HyperexponentialTime(List.of(new Branch(0.1, 5.5 * ms), new Branch(0.9, 0.5 * ms)));
    };
  }
}

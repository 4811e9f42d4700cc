package dev.thaw.experiment.predict;

import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.stats.Estimate;
import java.util.List;
import java.util.Map;

/** A prediction made up for tests of how it reads. */
final class SamplePrediction {
  private SamplePrediction() {}

  static Prediction prediction() {
    return new Prediction(
        Prediction.SCHEMA,
        "small",
        "Does it start fast?",
        7,
        new Prediction.Assumptions(10, "10 min", "2 h", "us-east-1 x86_64; a price list"),
        List.of(model("plain", 0), model("kept", 2)),
        List.of(
            new Prediction.OfPhase(
                "cold",
                "forced-cold-starts",
                "5 cycles of burst 1",
                20,
                List.of(cold("plain"), cold("kept"))),
            new Prediction.OfPhase(
                "warm",
                "warm-steady-load",
                "poisson 40/s for 8 s",
                20,
                List.of(warm("plain", Map.of()), warm("kept", throttles())))));
  }

  private static Prediction.VariantModel model(String name, int provisioned) {
    var none = Distribution.parse("constant 0 ms");
    var times =
        new ServiceTimes(
            none,
            Distribution.parse("lognormal 250 ms 0.2"),
            Distribution.parse("constant 30 ms"),
            Distribution.parse("exponential 20 ms"),
            none);
    return new Prediction.VariantModel(
        name, 512, null, provisioned, times, "made up, 2026", "made up: nobody, 2026-01-01.");
  }

  private static Map<Admission, Estimate> throttles() {
    return Map.of(
        Admission.ACCOUNT_CONCURRENCY, estimate(0.0123, 0.001),
        Admission.SCALING_RATE, estimate(0.5, 0.1));
  }

  private static Estimate estimate(double value, double half) {
    return new Estimate(value, value - half, value + half, 20);
  }

  private static Prediction.OfVariant cold(String variant) {
    var absent = new Prediction.Quantiles(null, null, null, null);
    var cold = new Prediction.Quantiles(estimate(281.4, 3.21), estimate(330, 12), null, null);
    return new Prediction.OfVariant(
        variant,
        estimate(5, 0),
        estimate(1, 0),
        Map.of(),
        cold,
        cold,
        absent,
        new Prediction.Environments(estimate(0.123, 0.004), estimate(1, 0)),
        estimate(2.51, 0.02),
        time(0));
  }

  private static Prediction.OfVariant warm(String variant, Map<Admission, Estimate> throttles) {
    var all =
        new Prediction.Quantiles(estimate(14.2, 0.3), estimate(46, 1.2), estimate(95, 7), null);
    return new Prediction.OfVariant(
        variant,
        estimate(12_345, 20),
        estimate(0.0042, 0.0005),
        throttles,
        all,
        new Prediction.Quantiles(estimate(290, 8), null, null, null),
        all,
        new Prediction.Environments(estimate(1.5, 0.1), estimate(4, 0.2)),
        estimate(0.41, 0.001),
        time(2));
  }

  private static OverTime time(double provisioned) {
    return new OverTime(
        2,
        new double[] {80, 81, 79, 80},
        new double[] {1, 0.5, 0.75, 0.25},
        new double[] {3, 3.5, 3.25, 3.75},
        new double[] {provisioned, provisioned, provisioned, provisioned},
        new double[] {4, 0, 0.1, 0},
        new double[] {0, 0, 2, 0});
  }
}

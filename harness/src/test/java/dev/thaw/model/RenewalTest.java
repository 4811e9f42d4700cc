package dev.thaw.model;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.thaw.load.Distribution;
import dev.thaw.load.ExponentialTime;
import dev.thaw.load.GammaTime;
import dev.thaw.load.HyperexponentialTime;
import dev.thaw.load.HyperexponentialTime.Branch;
import dev.thaw.load.LognormalTime;
import dev.thaw.load.RenewalArrivals;
import dev.thaw.load.WeibullTime;
import dev.thaw.model.oracle.Gaps;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invocations that take no time at renewal arrivals: one is cold if the gap before it outlasts the
 * keep-alive. Gaps of 600 s on average and ten minutes of keep-alive, at 600 times their pace.
 */
final class RenewalTest {
  private static final int WINDOWS = 41;
  private static final double MEAN_MS = 1_000;

  static List<Arguments> gapsAndTheirLaws() {
    return List.of(
        arguments(new ExponentialTime(MEAN_MS), new Gaps.Poisson(1)),
        arguments(new GammaTime(MEAN_MS, 0.25), new Gaps.Gamma(1, 0.25)),
        arguments(new GammaTime(MEAN_MS, 0.5), new Gaps.Gamma(1, 0.5)),
        arguments(new GammaTime(MEAN_MS, 2), new Gaps.Gamma(1, 2)),
        arguments(new GammaTime(MEAN_MS, 4), new Gaps.Gamma(1, 4)),
        // Means of 1 s: Γ(1 + 2) = 2, Γ(1 + 1/2) = √π/2.
        arguments(new WeibullTime(MEAN_MS / 2, 0.5), new Gaps.Weibull(1, 0.5)),
        arguments(new WeibullTime(MEAN_MS * 2 / Math.sqrt(Math.PI), 2), new Gaps.Weibull(1, 2)),
        arguments(new LognormalTime(MEAN_MS * Math.exp(-0.5), 1), new Gaps.Lognormal(1, 1)),
        arguments(new LognormalTime(MEAN_MS * Math.exp(-2), 2), new Gaps.Lognormal(1, 2)),
        arguments(
            new HyperexponentialTime(
                List.of(new Branch(0.1, 5.5 * MEAN_MS), new Branch(0.9, 0.5 * MEAN_MS))),
            new Gaps.Hyperexponential(0.1, 5.5, 0.5)));
  }

  @ParameterizedTest
  @MethodSource("gapsAndTheirLaws")
  void aGapThatOutlastsTheKeepAliveEndsCold(Distribution distances, Gaps law) {
    double seconds = WINDOWS * 5_000;
    var outcome =
        OneFunction.keptFor(1, Shape.CONSTANT, 0, 0)
            .under(
                new RenewalArrivals(distances, OneFunction.seconds(seconds)), seconds, WINDOWS, 1);
    var batches = new Batches(outcome, 1);
    batches.cold().shouldBe("cold", law.exceed(1), 0.02);
    if (law instanceof Gaps.Poisson) {
      // An instant has one if the last arrival was within the keep-alive: 1 - e^-1.
      batches.environments().shouldBe("environments", 1 - law.exceed(1), 0.02);
    }
  }
}

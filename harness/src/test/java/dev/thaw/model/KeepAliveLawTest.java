package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.load.PoissonArrivals;
import dev.thaw.model.oracle.ExponentialKeepAliveChain;
import dev.thaw.model.oracle.MostRecentlyUsed;
import dev.thaw.model.oracle.SingleEnvironment;
import dev.thaw.model.oracle.SlidingMaximum;
import dev.thaw.rules.environment.FixedKeepAlive;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cold starts by the laws of keep-alive. Slow scenarios run at a multiple of their pace (all rates
 * times it, all times divided by it), which changes no share and no mean number.
 */
final class KeepAliveLawTest {
  private static final int WINDOWS = 41;
  private static final int SHORT_WINDOWS = 100_000;

  @ParameterizedTest
  @CsvSource({
    "0.01, 100, 2, 5, 100",
    "0.0016666666666666668, 600, 0.1, 1.1, 600",
    "0.9, 1, 1.991, 2.244, 1",
    "0.005, 300, 1, 4, 200",
  })
  void aSingleEnvironment(double rate, double keepAlive, double warm, double cold, double pace) {
    var law = SingleEnvironment.keptFor(keepAlive, rate, warm, cold);
    for (var shape : Shape.values()) {
      var outcome =
          OneFunction.keptFor(keepAlive / pace, shape, warm / pace, cold / pace)
              .limitedTo(1)
              .poisson(rate * pace, WINDOWS * 5_000 / (rate * pace), WINDOWS, 1);
      var batches = new Batches(outcome, 1);
      batches.coldOfServed().shouldBe(shape + ": cold", law.coldOfAccepted(), 0.02);
      batches.cold().shouldBe(shape + ": cold of all", law.coldOfAll(), 0.02);
      batches.throttled().shouldBe(shape + ": throttled", law.rejected());
      batches.running().shouldBe(shape + ": running", law.running());
      batches.idle().shouldBe(shape + ": idle", law.idle(), 0.02);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // rate, mean service, keep-alive
    "0.9, 1.991, 600",
    "0.9, 1.991, 10",
    "0.9, 2, 60",
    "20, 1.991, 600",
    "0.001, 1.991, 600",
    "0.00186, 1.955, 600",
    "5, 0.2, 300",
  })
  void mostRecentlyUsedFirst(double rate, double service, double keepAlive) {
    double pace = 10 / rate;
    var law = MostRecentlyUsed.unlimited(rate, service, keepAlive).solve();
    var outcome =
        OneFunction.keptFor(keepAlive / pace, Shape.EXPONENTIAL, service / pace, service / pace)
            .poisson(10, WINDOWS * 4_000, WINDOWS, 2);
    var batches = new Batches(outcome, 1);
    batches.cold().shouldBe("cold", law.cold(), 0.1);
    batches.environments().shouldBe("environments", law.environments(), 0.02);
  }

  @ParameterizedTest
  @CsvSource({"10, 2, 1, 20", "2, 1, 30, 4", "2, 0.01, 0.5, 1"})
  void mostRecentlyUsedFirstWithinALimit(double rate, double service, double keepAlive, int limit) {
    var law = new MostRecentlyUsed(rate, service, keepAlive, limit).solve();
    var outcome =
        OneFunction.keptFor(keepAlive, Shape.EXPONENTIAL, service, service)
            .limitedTo(limit)
            .poisson(rate, WINDOWS * 20_000 / rate, WINDOWS, 3);
    var batches = new Batches(outcome, 1);
    batches.cold().shouldBe("cold", law.cold());
    batches.environments().shouldBe("environments", law.environments());
  }

  @ParameterizedTest
  @CsvSource({
    // rate, mean warm, mean cold, keep-alive, limit
    "0.9, 1.991, 2.244, 600, 24",
    "0.9, 2, 2, 600, 24",
    "0.9, 1.991, 2.244, 10, 20",
    "2, 1, 1.5, 30, 4",
    "1, 0.02, 0.05, 1, 1",
    // 0.001/s and 0.00186/s at a thousand times their pace
    "1, 0.001991, 0.002244, 0.6, 8",
    "1.86, 0.001955, 0.002563, 0.6, 8",
  })
  void exponentialKeepAlive(double rate, double warm, double cold, double keepAlive, int limit) {
    var law = new ExponentialKeepAliveChain(rate, warm, cold, keepAlive, limit).solve();
    for (var placement : Placement.values()) {
      var outcome =
          OneFunction.keptFor(1, Shape.EXPONENTIAL, warm, cold)
              .with(KeepAlive.exponential(OneFunction.seconds(keepAlive)))
              .with(placement)
              .limitedTo(law.rejected() < 1e-6 ? OneFunction.UNLIMITED : limit)
              .poisson(rate, Math.min(WINDOWS * 10_000 / rate, 600_000), WINDOWS, 4);
      var batches = new Batches(outcome, 1);
      batches.cold().shouldBe(placement + ": cold", law.cold(), 0.05);
      batches.throttled().shouldBe(placement + ": throttled", law.rejected());
      batches.running().shouldBe(placement + ": running", law.running(), 0.02);
      batches.idle().shouldBe(placement + ": idle", law.idle(), 0.02);
    }
  }

  /**
   * In windows so short that hardly two arrivals share one, the model's cold starts are those of
   * the law, which is told the times that the model draws.
   */
  @ParameterizedTest
  @EnumSource(Shape.class)
  void theSlidingMaximumDecidesEachOf100000Arrivals(Shape shape) {
    double[] rates = {0.01, 0.3, 2, 20};
    double[] keepAlives = {0.5, 10, 60, 600};
    long arrived = 0;
    for (int trace = 0; trace < 104; trace++) {
      double rate = rates[trace % 4];
      var arrivals = new PoissonArrivals(rate, OneFunction.seconds(1_000 / rate));
      var function = OneFunction.keptFor(keepAlives[trace / 4 % 4], shape, 2, 3);
      var outcome = function.under(arrivals, 1_000 / rate, SHORT_WINDOWS, trace);
      assertThat(outcome.series().cold())
          .as("%s, kept %s", arrivals, function.retention().keepAlive())
          .isEqualTo(byLaw(arrivals, function, trace));
      arrived += outcome.tally().arrivals();
    }
    assertThat(arrived).isGreaterThan(100_000);
  }

  private static long[] byLaw(PoissonArrivals arrivals, OneFunction function, long seed) {
    var keepAlive = (FixedKeepAlive) function.retention().keepAlive();
    var law = new SlidingMaximum(keepAlive.time().toNanos());
    // As OneFunction seeds its scenario.
    var times = new InvocationTimes(function.times(), null, new Draws(~seed, "f"));
    var windows = new Windows(arrivals.duration().toNanos(), SHORT_WINDOWS);
    var cold = new long[SHORT_WINDOWS];
    int window = 0;
    for (var offsets = arrivals.offsetsNs(seed); offsets.hasNext(); ) {
      long nowNs = offsets.nextLong();
      while (windows.endNs(window) <= nowNs) {
        window++;
      }
      boolean isCold = law.isCold(nowNs);
      law.serve(nowNs + (isCold ? times.cold().durationNs() : times.warmNs()));
      cold[window] += isCold ? 1 : 0;
    }
    return cold;
  }

  @Test
  void whatIsKeptLongerIsNeverColdMoreOften() {
    long last = Long.MAX_VALUE;
    for (double keepAlive : new double[] {0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 100, 1_000}) {
      var outcome = OneFunction.keptFor(keepAlive, Shape.CONSTANT, 2, 2).poisson(0.9, 20_000, 1, 6);
      assertThat(outcome.tally().cold()).isLessThanOrEqualTo(last);
      last = outcome.tally().cold();
    }
  }
}

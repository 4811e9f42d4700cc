package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.BurstArrivals;
import dev.thaw.load.ConstantArrivals;
import dev.thaw.model.oracle.FluidBucket;
import dev.thaw.model.oracle.Interval;
import dev.thaw.model.oracle.OnDemandCost;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.price.LambdaUsage;
import dev.thaw.rules.price.PriceFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads without chance, whose outcome is known to the last invocation. */
final class DeterministicLawTest {
  @ParameterizedTest
  @CsvSource({
    "20, 1, 15",
    "16.1, 1, 15",
    "15.9, 1, 15",
    "10, 1, 15",
    "1, 3.5, 15",
    "2, 4, 15",
    "0.1, 2.05, 15"
  })
  void arrivalsAtOneDistance(double distance, double service, double keepAlive) {
    var law = new Interval(distance, service, keepAlive);
    var arrivals = new ConstantArrivals(1 / distance, OneFunction.seconds(1_000 * distance));
    var outcome =
        OneFunction.keptFor(keepAlive, Shape.CONSTANT, service, service)
            .under(arrivals, 1_000 * distance, 1, 1);
    long arrived = outcome.tally().arrivals();
    assertThat(arrived).isEqualTo(1_000);
    assertThat(outcome.tally().cold()).isEqualTo(law.isAlwaysCold() ? arrived : law.environments());
    assertThat(outcome.environments().most()).isEqualTo(law.environments());
  }

  @ParameterizedTest
  @CsvSource({"100, 10.1, 100", "100, 602, 100", "100, 602.1, 200", "1000, 700, 2000"})
  void aBurstIsColdAndTheNextIsIfItComesTooLate(int size, double gap, long cold) {
    var burst = new BurstArrivals(size);
    var second = new Load.Sync(burst, OneFunction.seconds(gap), 2, true);
    var outcome =
        OneFunction.keptFor(600.05, Shape.CONSTANT, 2, 2)
            .under(List.of(Load.Sync.of(burst, 1), second), 2_000, 1, 1);
    assertThat(outcome.tally().cold()).isEqualTo(cold);
    assertThat(outcome.tally().warm()).isEqualTo(2L * size - cold);
    assertThat(outcome.environments().most()).isEqualTo(size);
  }

  @Test
  void theScalingRateThrottlesAsABucketThatRunsDry() {
    var law = new FluidBucket(1_000, 100, 300);
    var arrivals = new ConstantArrivals(300, OneFunction.seconds(25));
    var outcome = OneFunction.keptFor(600, Shape.CONSTANT, 60, 60).under(arrivals, 25, 250, 1);
    long[] throttled =
        Objects.requireNonNull(outcome.series().throttles().get(Admission.SCALING_RATE));
    int first = 0;
    while (throttled[first] == 0) {
      first++;
    }
    // Windows of 0.1 s.
    assertThat(first / 10.0).isCloseTo(law.firstEmpty(), within(0.1));
    long sum = 0;
    for (int window = 100; window < 250; window++) {
      sum += throttled[window];
    }
    assertThat(sum / (300 * 15.0)).isCloseTo(law.unmet(), within(1e-3));
  }

  /** 900,000 requests of 1.991 s at 128 MB, and what they cost in us-east-1. */
  @Test
  void costsWhatAPocketCalculatorSays() {
    var law = new OnDemandCost(900_000, 1.991, 0.125);
    double seconds = 450_000;
    var arrivals = new ConstantArrivals(2, OneFunction.seconds(seconds));
    var usage =
        OneFunction.keptFor(600, Shape.CONSTANT, 1.991, 1.991)
            .under(arrivals, seconds + 10, 1, 1)
            .usage();
    assertThat(usage.requests()).isEqualTo(900_000);
    assertThat(usage.onDemandGbSeconds()).isCloseTo(law.gbSeconds(), within(1e-6));
    var cost =
        PriceFile.bundled()
            .prices("us-east-1", "x86_64")
            .cost(LambdaUsage.onDemand((double) usage.requests(), usage.onDemandGbSeconds()));
    assertThat(cost.total()).isCloseTo(law.cost(2e-7, 1.66667e-5), within(1e-6));
  }
}

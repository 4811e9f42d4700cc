package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.load.PoissonArrivals;
import dev.thaw.model.oracle.SpillOver;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What spills over from provisioned concurrency is what Erlang B says, however long it runs. */
final class ProvisionedLawTest {
  private static final int RUNS = 20;
  private static final double SERVICE = 2;

  @ParameterizedTest
  @CsvSource({
    "20, 20, EXPONENTIAL", "20, 25, EXPONENTIAL", "10, 8, EXPONENTIAL", "1.7919, 2, EXPONENTIAL",
    "20, 20, CONSTANT", "20, 25, CONSTANT", "10, 8, CONSTANT", "1.7919, 2, CONSTANT",
    "20, 20, LOGNORMAL", "20, 20, HYPEREXPONENTIAL",
  })
  void spillsOverWhatErlangBBlocks(double load, int provisioned, Shape shape) {
    var law = new SpillOver(load, provisioned);
    var function = OneFunction.keptFor(3, shape, SERVICE, SERVICE).provisionedWith(provisioned);
    var outcomes =
        IntStream.range(0, RUNS)
            .mapToObj(seed -> warmedUp(function, load / SERVICE, seed))
            .toList();
    mean(outcomes, ProvisionedLawTest::spilled).shouldBe("spilled over", law.share(), 0.04);
    mean(outcomes, outcome -> outcome.environments().provisionedRunning() / provisioned)
        .shouldBe("utilization", law.utilization(), 0.02);
    mean(outcomes, outcome -> outcome.environments().running())
        .shouldBe("running on demand", law.onDemandRunning(), 0.05);
    assertThat(outcomes).allSatisfy(o -> assertThat(o.tally().throttled()).isZero());
  }

  /** 20,000 arrivals after as many as fill the environments. */
  private static FunctionOutcome warmedUp(OneFunction function, double rate, long seed) {
    var fill = OneFunction.seconds(20 * SERVICE);
    var counted = OneFunction.seconds(20_000 / rate);
    var loads =
        List.<Load>of(
            new Load.Sync(new PoissonArrivals(rate, fill), Duration.ZERO, -1 - seed, false),
            new Load.Sync(new PoissonArrivals(rate, counted), fill, seed, true));
    return function.under(loads, 20 * SERVICE + 20_000 / rate, 1, seed);
  }

  private static double spilled(FunctionOutcome outcome) {
    var tally = outcome.tally();
    return (double) (tally.cold() + tally.warm()) / tally.arrivals();
  }

  private static Estimated mean(
      List<FunctionOutcome> outcomes, ToDoubleFunction<FunctionOutcome> figure) {
    return Estimated.mean(outcomes.stream().mapToDouble(figure).toArray());
  }

  @Test
  void whatRunsOnDemandVariesAsRiordanSays() {
    var law = new SpillOver(20, 20);
    double expected = law.onDemandRunning();
    var function = OneFunction.keptFor(3, Shape.EXPONENTIAL, SERVICE, SERVICE).provisionedWith(20);
    var squares =
        IntStream.range(0, 150)
            .mapToDouble(seed -> meanSquare(function.poisson(10, 520, 52_000, seed), expected))
            .toArray();
    Estimated.mean(squares).shouldBe("variance", law.onDemandVariance(), 0.05);
  }

  /** Of windows of 10 ms, the middle of one every 10 s from 20 s on. */
  private static double meanSquare(FunctionOutcome outcome, double mean) {
    var running = outcome.series().running();
    return IntStream.iterate(2_000, window -> window < running.length, window -> window + 1_000)
        .mapToDouble(window -> Math.pow(Math.rint(running[window]) - mean, 2))
        .average()
        .orElseThrow();
  }
}

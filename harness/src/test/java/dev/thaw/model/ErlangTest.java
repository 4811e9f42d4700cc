package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.thaw.model.oracle.ErlangB;
import dev.thaw.model.oracle.Unlimited;
import dev.thaw.rules.environment.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many environments are busy does not depend on how they are kept: Erlang's formulas hold. */
final class ErlangTest {
  private static final int WINDOWS = 41;

  static List<Arguments> everyKeepAlivePlacementAndShape() {
    var cases = new ArrayList<Arguments>();
    for (double keepAlive : new double[] {1, 600, OneFunction.FOR_EVER}) {
      for (var placement : Placement.values()) {
        for (var shape : Shape.values()) {
          cases.add(arguments(keepAlive, placement, shape));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("everyKeepAlivePlacementAndShape")
  void throttlesWhatErlangBBlocks(double keepAlive, Placement placement, Shape shape) {
    var outcome =
        OneFunction.keptFor(keepAlive, shape, 2, 2)
            .with(placement)
            .limitedTo(20)
            .poisson(10, WINDOWS * 1_000, WINDOWS, 1);
    var batches = new Batches(outcome, 1);
    var law = new ErlangB(20, 20);
    batches.throttled().shouldBe("throttled", law.blocked(), 0.02);
    batches.running().shouldBe("running", law.busy(), 0.01);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0.5", "2, 2, 1", "2, 4, 1", "5, 5, 1", "20, 30, 0.5", "18, 20, 1"})
  void throttlesWhatErlangBBlocksAtOtherLoads(double load, int limit, double service) {
    double rate = load / service;
    var outcome =
        OneFunction.keptFor(3, Shape.EXPONENTIAL, service, service)
            .limitedTo(limit)
            .poisson(rate, WINDOWS * 20_000 / rate, WINDOWS, 2);
    new Batches(outcome, 1).throttled().shouldBe("throttled", new ErlangB(load, limit).blocked());
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void coldStartsThatTakeLongerBlockMoreThanIfAllWereWarmAndLessThanIfAllWereCold(Shape shape) {
    var outcome =
        OneFunction.keptFor(0.5, shape, 1.6, 2.4)
            .limitedTo(20)
            .poisson(10, WINDOWS * 1_000, WINDOWS, 3);
    var throttled = new Batches(outcome, 1).throttled();
    double margin = 4 * throttled.standardError();
    assertThat(throttled.value() - margin).isGreaterThan(new ErlangB(16, 20).blocked());
    assertThat(throttled.value() + margin).isLessThan(new ErlangB(24, 20).blocked());
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void withoutALimitAsManyRunAsTheLoad(Shape shape) {
    var outcome = OneFunction.keptFor(60, shape, 2, 2).poisson(20, WINDOWS * 1_000, WINDOWS, 4);
    new Batches(outcome, 1).running().shouldBe("running", 40, 0.01);
  }

  @ParameterizedTest
  @CsvSource({"10, 1", "50, 5", "200, 20"})
  void anEmptyFunctionFillsUpExponentially(int window, double time) {
    var law = new Unlimited(20, 2);
    var function = OneFunction.keptFor(600, Shape.EXPONENTIAL, 2, 2);
    var running =
        IntStream.range(0, 1_500)
            .mapToDouble(
                seed ->
                    function.poisson(20, time + 0.1, window + 1, seed).series().running()[window])
            .toArray();
    Estimated.mean(running)
        .shouldBe("running at " + time, law.meanBusyBetween(time, time + 0.1), 0.01);
  }

  @Test
  void withoutALimitTheNumberThatRunIsPoisson() {
    var law = new Unlimited(0.9, 1.991);
    var function = OneFunction.keptFor(10, Shape.LOGNORMAL, 1.991, 1.991);
    int runs = 200;
    var shares = new double[8][runs];
    for (int run = 0; run < runs; run++) {
      // Windows of 10 ms, of which the middle of one every 10 s is looked at.
      var running = function.poisson(0.9, 420, 42_000, run).series().running();
      for (int window = 2_000; window < running.length; window += 1_000) {
        int busy = (int) Math.round(running[window]);
        if (busy < shares.length) {
          shares[busy][run] += 1 / 40.0;
        }
      }
    }
    for (int busy = 0; busy < shares.length; busy++) {
      Estimated.mean(shares[busy]).shouldBe("P(" + busy + ")", law.busyExactly(busy));
    }
  }

  @Test
  void whatIsKeptForEverIsStartedOnceWhateverThePlacement() {
    var outcomes =
        Arrays.stream(Placement.values())
            .map(
                placement ->
                    OneFunction.keptFor(OneFunction.FOR_EVER, Shape.LOGNORMAL, 2, 2)
                        .with(placement)
                        .poisson(10, 5_000, 1, 5))
            .toList();
    for (var outcome : outcomes) {
      assertThat(outcome.tally()).isEqualTo(outcomes.get(0).tally());
      assertThat(outcome.tally().cold()).isEqualTo(outcome.environments().most());
    }
  }
}

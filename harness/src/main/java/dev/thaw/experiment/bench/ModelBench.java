package dev.thaw.experiment.bench;

import dev.thaw.invocation.Clock;
import dev.thaw.model.Simulation;
import dev.thaw.stats.Sample;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The reference model's speed, in requests per second of one processor's time, beside a loop that
 * only draws the random numbers: an arrival and a duration for each request.
 */
public final class ModelBench {
  private static final int WARM_UPS = 4;
  private static final int ROUNDS = 9;
  private static final double NS_PER_SECOND = 1e9;

  private final Clock clock;

  public ModelBench(Clock clock) {
    this.clock = clock;
  }

  /** Few environments, and 250. */
  public List<Measured> run() {
    return List.of(
        measure("model, case A", ModelCase.A), measure("model, 250 environments", ModelCase.C2));
  }

  private Measured measure(String name, ModelCase model) {
    var bare = new double[ROUNDS];
    var simulated = new double[ROUNDS];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      double bareRate = bareRate(model);
      double rate = rate(model);
      if (round >= 0) {
        bare[round] = bareRate;
        simulated[round] = rate;
      }
    }
    return new Measured(
        name,
        "/s",
        Sample.of(bare).median(),
        Sample.of(simulated).median(),
        ROUNDS,
        "requests per CPU-second; simulated / only drawn at random");
  }

  private double rate(ModelCase model) {
    long startNs = clock.cpuNs();
    var outcome = Simulation.run(model.scenario());
    return perSecond(outcome.functions().get(0).tally().arrivals(), startNs);
  }

  private double bareRate(ModelCase model) {
    var time = model.warmTime();
    var random = new SplittableRandom(1);
    long startNs = clock.cpuNs();
    long count = 0;
    double sum = 0;
    for (var offsets = model.arrivals().offsetsNs(1); offsets.hasNext(); count++) {
      sum += offsets.nextLong() + time.sample(random);
    }
    // The sum is looked at, so that nothing is optimised away.
    return sum > 0 ? perSecond(count, startNs) : Double.NaN;
  }

  private double perSecond(long count, long startNs) {
    return count / ((clock.cpuNs() - startNs) / NS_PER_SECOND);
  }
}

package dev.thaw.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  /** Every spill-over is cold: on demand nothing lives longer than a microsecond. */
  private static final String FILE =
      """
      name: spill
      variants:
        only: {memory: 1024 MB}
      model: {init: constant 0 ms, warm: exponential 1000 ms}
      engine: {keep-alive: 1 ms, account-concurrency: 1000}
      phases:
        cold: {protocol: forced-cold-starts, cycles: 1}
      """;

  private static Experiment read(String... settings) {
    return ExperimentFile.read("spill.yaml", FILE, List.of(settings)).experiment();
  }

  private static Plan plan(Experiment experiment, String slo, String load) {
    return Planner.plan(
        experiment,
        new Planner.Wish(
            Slo.parse(slo), ArrivalProcess.parse(load), List.of(), Tariff.bundled(), 7));
  }

  @Test
  void provisionsWhatErlangsLossFormulaAsksFor() {
    // 20 erlangs: 15.9 % spill over 20 environments and 5.02 % over 25 (facts of the oracles); the
    // formula's first number below 5.5 % is 25 (24: 6.61 %).
    var plan = plan(read(), "cold < 5.5 %", "poisson 20/s for 2 h");

    var candidate = plan.candidates().get(0);
    assertThat(Objects.requireNonNull(candidate.chosen()).provisioned()).isEqualTo(25);
    assertThat(candidate.binding())
        .isEqualTo("cold < 5.5 % binds: 24 provisioned would not keep it.");
    assertThat(plan.choice()).isZero();
    // Utilisation a (1 - B) / k = 20 x 0.9498 / 25 = 0.76.
    assertThat(Objects.requireNonNull(candidate.chosen().utilization()).value())
        .isBetween(0.75, 0.77);
  }

  @Test
  void morePaysWhereEnvironmentsAreBusyEnough() {
    // The k-th environment of 20 erlangs is worth it while it is busy for more than 60 %.
    var chosen =
        Objects.requireNonNull(
            plan(read(), "cold < 99.9 %", "poisson 20/s for 2 h").candidates().get(0).chosen());

    assertThat(chosen.provisioned()).isBetween(14, 22);
  }

  @Test
  void nothingIsProvisionedThatLambdaWouldRefuse() {
    var plan = plan(read("engine.account-concurrency=110"), "cold < 1 %", "poisson 20/s for 1 h");

    assertThat(plan.choice()).isNull();
    assertThat(plan.candidates().get(0).curve()).allMatch(point -> point.provisioned() <= 10);
    assertThat(plan.candidates().get(0).binding())
        .isEqualTo(
            "Nothing keeps it: cold < 1 % is missed with 10 provisioned, too, which is all that"
                + " can be provisioned.");
  }

  @Test
  void eachMemoryIsACandidateAndTheCheapestIsChosen() {
    var wish =
        new Planner.Wish(
            Slo.parse("p50 < 5 s"),
            ArrivalProcess.parse("poisson 5/s for 10 min"),
            List.of(new Memory(2048), new Memory(512)),
            Tariff.bundled(),
            7);
    var plan = Planner.plan(read(), wish);

    assertThat(plan.candidates()).extracting(Plan.OfCandidate::memoryMb).containsExactly(2048, 512);
    assertThat(plan.choice()).isEqualTo(1);
  }

  @Test
  void withoutOpenLoadThereIsNothingToPlanFor() {
    var wish = new Planner.Wish(Slo.parse("p50 < 5 s"), null, List.of(), Tariff.bundled(), 7);

    assertThatThrownBy(() -> Planner.plan(read(), wish))
        .isInstanceOf(ModelInputException.class)
        .hasMessage(
            "experiment spill has no phase of open load to plan for; give --load, for example"
                + " 'poisson 20/s for 1 h'");
  }

  @Test
  void breakEvenIsSixtyPercentAtTodaysPrices() {
    // 0.0000041667 / (0.0000166667 - 0.0000097222)
    assertThat(Tariff.bundled().breakEven()).isBetween(0.5999, 0.6001);
  }
}

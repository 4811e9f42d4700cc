package dev.thaw.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.experiment.forecast.TimesChoice;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.stats.Estimate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  void theSameSeedGivesTheSamePlan() {
    var one = plan(read(), "cold < 5.5 %", "poisson 2/s for 10 min");

    assertThat(plan(read(), "cold < 5.5 %", "poisson 2/s for 10 min"))
        .usingRecursiveComparison()
        .isEqualTo(one);
  }

  @Test
  void onlyTheLoadItselfIsPaidForNotWhatComesBeforeIt() {
    // 20/s on average, none in the warm-up's last minutes: 72,000 requests, each of 1,000.5 ms as
    // billed on average, of one GB: 72,000 x ($0.0000002 + 1.0005 x $0.0000166667) = $1.215.
    var point =
        plan(read(), "p50 < 5 s", "diurnal 0/s to 40/s every 1 h for 1 h")
            .candidates()
            .get(0)
            .curve()
            .get(0);

    assertThat(point.provisioned()).isZero();
    assertThat(point.usd()).isCloseTo(1.215, withinPercentage(1.5));
  }

  @Test
  void aPartThatStandsForTheWholeSaysTheSame() {
    var experiment =
        read(
            "engine.keep-alive=10min",
            "model.init=constant 300 ms",
            "model.cold=constant 150 ms",
            "model.warm=exponential 100 ms");
    var whole = point(experiment, Long.MAX_VALUE, 8);
    var part = point(experiment, 14_400, 60);

    for (var measure : List.of(Measure.COLD, Measure.P99, Measure.COST)) {
      var one = Objects.requireNonNull(whole.of(measure));
      var other = Objects.requireNonNull(part.of(measure));
      assertThat(Math.abs(one.value() - other.value()))
          .as(measure.word())
          .isLessThan(1.5 * (half(one) + half(other)));
    }
    assertThat(part.usd()).isCloseTo(whole.usd(), withinPercentage(1.0));
  }

  /** A day of 2/s, or as many of its hours as have so many requests, on demand. */
  private static Point point(Experiment experiment, long most, int replications) {
    var slo = Slo.parse("cold < 1 %");
    var variant = experiment.variants().get(0);
    var memory = variant.function().memory();
    var load =
        new PlannedLoad(
            ArrivalProcess.parse("poisson 2/s for 24 h"),
            experiment.platform().keepAlive(),
            experiment.platform().maxLifetime(),
            most);
    var candidate = new Candidate(variant, memory, TimesChoice.of(experiment, variant, memory));
    var trial = new Trial(experiment, candidate, load, Tariff.bundled(), 7);
    return new Curve(trial::of, slo).at(0, replications);
  }

  private static double half(Estimate estimate) {
    return Objects.requireNonNull(estimate.high()) - estimate.value();
  }

  @Test
  void targetTrackingStandsBesideTheChoice() {
    // 14 busy at a utilisation of 0.7 would need 20.
    var plan = plan(read(), "cold < 60 %", "poisson 14/s for 20 min");
    var tracked = Objects.requireNonNull(plan.candidates().get(0).tracked());

    assertThat(tracked.target()).isEqualTo(0.7);
    assertThat(tracked.provisioned().value()).isBetween(16.0, 24.0);
  }

  @Test
  void theBuiltInDayNeedsProvisionedConcurrency() throws IOException {
    var resource = "/dev/thaw/experiment/builtin/diurnal.yaml";
    String text;
    try (var in = Objects.requireNonNull(PlannerTest.class.getResourceAsStream(resource))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var experiment = ExperimentFile.read("diurnal.yaml", text, List.of()).experiment();
    var slo = Slo.parse("p99 < 300 ms and cold < 0.1 %");
    var wish = new Planner.Wish(slo, null, List.of(), Tariff.bundled(), 1);
    var plan = Planner.plan(experiment, wish);

    assertThat(plan.choice()).isZero();
    assertThat(Objects.requireNonNull(plan.candidates().get(0).chosen()).provisioned())
        .isPositive();
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

package dev.thaw.experiment.predict;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.Variant;
import dev.thaw.experiment.VariantTimes;
import dev.thaw.experiment.forecast.PhaseScenario;
import dev.thaw.experiment.forecast.TimesChoice;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.Load;
import dev.thaw.model.Scenario;
import dev.thaw.model.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Predicts an experiment: every phase in several replications. */
public final class Predictor {
  private static final int MOST_REPLICATIONS = 20;
  private static final long REQUEST_BUDGET = 4_000_000;

  /** How many columns a plot has. */
  private static final int COLUMNS = 60;

  private static final int MOST_WINDOWS = 20_000;

  private final Experiment experiment;
  private final Map<String, VariantTimes> times = new LinkedHashMap<>();
  private final Tariff tariff;
  private final long seed;

  private Predictor(Experiment experiment, Tariff tariff, long seed) {
    this.experiment = experiment;
    this.tariff = tariff;
    this.seed = seed;
    for (var variant : experiment.variants()) {
      times.put(variant.name(), TimesChoice.of(experiment, variant));
    }
  }

  /** What the model says of that experiment. */
  public static Prediction predict(Experiment experiment, Tariff tariff, long seed) {
    return new Predictor(experiment, tariff, seed).predict();
  }

  private Prediction predict() {
    return new Prediction(
        Prediction.SCHEMA,
        experiment.name(),
        experiment.question(),
        seed,
        new Prediction.Assumptions(
            experiment.platform().accountConcurrency(),
            Words.of(experiment.platform().keepAlive()),
            Words.of(experiment.platform().maxLifetime()),
            tariff.source()),
        experiment.variants().stream().map(this::model).toList(),
        experiment.phases().stream().map(this::phase).toList());
  }

  private Prediction.VariantModel model(Variant variant) {
    var chosen = times(variant);
    var concurrency = variant.model().concurrency();
    return new Prediction.VariantModel(
        variant.name(),
        variant.function().memory().megabytes(),
        concurrency.reserved(),
        concurrency.provisioned(),
        chosen.times(),
        chosen.source(),
        chosen.origin());
  }

  private VariantTimes times(Variant variant) {
    return Optional.ofNullable(times.get(variant.name())).orElseThrow();
  }

  private Prediction.OfPhase phase(Phase phase) {
    var first = Simulation.run(scenario(phase, seed));
    long requests = first.functions().stream().mapToLong(one -> one.tally().arrivals()).sum();
    int count = Replications.within(REQUEST_BUDGET, requests, MOST_REPLICATIONS);
    var replications = Replications.of(one -> scenario(phase, one), seed, count);
    int windows = windowsWithLoad(scenario(phase, seed));
    var variants = new ArrayList<Prediction.OfVariant>();
    for (int k = 0; k < experiment.variants().size(); k++) {
      var name = experiment.variants().get(k).name();
      variants.add(new OneFunction(replications, k).figures(name, windows, tariff));
    }
    return new Prediction.OfPhase(
        phase.name(), phase.protocol().wire(), phase.load(), count, variants);
  }

  /** The phase as the model sees it, cut into windows of which as many as columns have load. */
  private Scenario scenario(Phase phase, long oneSeed) {
    var serviceTimes = new LinkedHashMap<String, ServiceTimes>();
    times.forEach((variant, chosen) -> serviceTimes.put(variant, chosen.times()));
    var scenario = PhaseScenario.of(experiment, phase, serviceTimes, oneSeed);
    double share = (double) lastNs(scenario) / scenario.duration().toNanos();
    long windows = Math.round(COLUMNS / Math.max(share, 1e-9));
    return new Scenario(
        scenario.accountConcurrency(),
        scenario.functions(),
        scenario.duration(),
        (int) Math.min(MOST_WINDOWS, Math.max(COLUMNS, windows)),
        scenario.seed());
  }

  private static long lastNs(Scenario scenario) {
    return scenario.functions().stream()
        .flatMap(function -> function.loads().stream())
        .mapToLong(Predictor::endNs)
        .max()
        .orElse(0);
  }

  private static long endNs(Load load) {
    return load.start().plus(load.arrivals().duration()).toNanos();
  }

  private static int windowsWithLoad(Scenario scenario) {
    double window = (double) scenario.duration().toNanos() / scenario.windows();
    return (int) Math.min(scenario.windows(), Math.ceil(lastNs(scenario) / window));
  }
}

package dev.thaw.experiment.plan;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.predict.OneFunction;
import dev.thaw.experiment.predict.Replications;
import dev.thaw.model.Concurrency;
import dev.thaw.model.Scenario;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import dev.thaw.stats.Estimate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Tries one candidate under the load with any provisioned concurrency, always with the same seeds,
 * so that two points differ by what they provision and by nothing else.
 */
final class Trial {
  private final Experiment experiment;
  private final Candidate candidate;
  private final PlannedLoad load;
  private final Question question;

  Trial(Experiment experiment, Candidate candidate, PlannedLoad load, Question question) {
    this.experiment = experiment;
    this.candidate = candidate;
    this.load = load;
    this.question = question;
  }

  /** The point with so much provisioned concurrency. */
  Point at(int provisioned) {
    var replications =
        Replications.of(
            seed -> scenario(provisioned, seed), question.seed(), question.replications());
    var function = new OneFunction(replications, 0);
    var measures = new EnumMap<Measure, Estimate>(Measure.class);
    var wanted = EnumSet.of(Measure.P99, Measure.COLD, Measure.THROTTLES, Measure.COST);
    question.slo().criteria().forEach(criterion -> wanted.add(criterion.measure()));
    for (var measure : wanted) {
      var estimate = function.mean(outcome -> measure.of(outcome, question.tariff()));
      if (estimate != null) {
        measures.put(measure, estimate);
      }
    }
    double hours = load.duration().toNanos() / 3600e9;
    var perHour = function.mean(outcome -> question.tariff().usd(outcome.usage()) / hours);
    return new Point(
        provisioned,
        measures,
        provisioned == 0 ? null : function.mean(OneFunction::utilization),
        most(replications),
        Optional.ofNullable(perHour).orElseThrow(),
        question.slo().criteria().stream()
            .filter(criterion -> !criterion.isMetBy(measures.get(criterion.measure())))
            .toList());
  }

  private static int most(Replications replications) {
    return replications.outcomes().stream()
        .mapToInt(outcome -> outcome.functions().get(0).environments().most())
        .max()
        .orElse(0);
  }

  private Scenario scenario(int provisioned, long seed) {
    var retention =
        new Retention(
            KeepAlive.fixed(experiment.keepAlive()),
            experiment.maxLifetime(),
            Placement.MOST_RECENTLY_USED);
    var concurrency =
        new Concurrency(candidate.variant().model().concurrency().reserved(), provisioned);
    var function =
        new SimulatedFunction(
            candidate.variant().name(),
            candidate.memory(),
            candidate.times().times(),
            candidate.variant().function().timeout(),
            retention,
            concurrency,
            load.loads(seed));
    return new Scenario(
        experiment.accountConcurrency(), List.of(function), load.duration(), 1, seed);
  }
}

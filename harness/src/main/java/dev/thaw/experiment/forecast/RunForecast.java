package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.RunEvent;
import dev.thaw.experiment.RunListener;
import dev.thaw.experiment.StretchSeed;
import dev.thaw.results.Forecast;
import dev.thaw.results.Forecasts;
import dev.thaw.results.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the reference model says of a run that has ended: of each phase's own plan, with times that
 * were fitted to other phases and to warm-ups, never to the figures it will be held against.
 */
public final class RunForecast {
  private final Experiment experiment;
  private final RunFolder.Contents run;
  private final ForecastSources sources;

  private RunForecast(Experiment experiment, RunFolder.Contents run) {
    this.experiment = experiment;
    this.run = run;
    this.sources = new ForecastSources(experiment, run);
  }

  /** Predicts every phase of a run, or as many as there is time for before an interrupt. */
  public static Forecasts of(Experiment experiment, RunFolder.Contents run, RunListener listener) {
    var forecast = new RunForecast(experiment, run);
    var forecasts = new ArrayList<Forecast>();
    var phases = experiment.phases();
    for (int i = 0; i < phases.size() && !Thread.currentThread().isInterrupted(); i++) {
      listener.on(new RunEvent.Predicting(phases.get(i).name(), i + 1, phases.size()));
      forecasts.addAll(forecast.of(phases.get(i)));
    }
    return Forecasts.of(forecasts);
  }

  private List<Forecast> of(Phase phase) {
    var random = new SplittableRandom(StretchSeed.of(run.info().seed(), phase.name(), "model", 0));
    var fitted = new ArrayList<FittedVariant>();
    var forecasts = new ArrayList<Forecast>();
    for (var variant : experiment.variants()) {
      var found = sources.of(phase, variant);
      if (found.doubt().isPresent()) {
        forecasts.add(Forecast.none(phase.name(), variant.name(), found.doubt().orElseThrow()));
      } else {
        fitted.add(FittedVariant.of(variant, found, random));
      }
    }
    if (!fitted.isEmpty()) {
      var simulated = experiment.of(fitted.stream().map(FittedVariant::variant).toList());
      forecasts.addAll(
          new PhaseForecast(phase, fitted, run.info().plan(), random)
              .of(simulated, run.info().seed(), PhaseForecast.replications(requests(phase))));
    }
    return forecasts;
  }

  private long requests(Phase phase) {
    return run.invocations().stream()
        .filter(one -> one.request().slot().phase().equals(phase.name()))
        .count();
  }
}

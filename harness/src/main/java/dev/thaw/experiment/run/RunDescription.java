package dev.thaw.experiment.run;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.Variant;
import dev.thaw.results.PhaseInfo;
import dev.thaw.results.Plan;
import dev.thaw.results.RunInfo;
import dev.thaw.results.RunStatus;
import dev.thaw.results.VariantInfo;
import dev.thaw.rules.price.PriceFile;
import dev.thaw.target.Target;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Describes a run for its run.json, as it starts. */
record RunDescription(Experiment experiment, RunSetup setup, Target target) {
  /** What functions are deployed for, so far. */
  private static final String ARCHITECTURE = "x86_64";

  RunInfo startedAt(String id, Instant at) {
    var price = PriceFile.bundled().prices(target.access().region(), ARCHITECTURE).onDemand();
    return new RunInfo(
        RunInfo.SCHEMA,
        id,
        new RunInfo.Title(experiment.name(), experiment.question()),
        RunStatus.RUNNING,
        new RunInfo.Period(at, null),
        setup.seed(),
        setup.provenance(),
        target.info(),
        new Plan(
            setup.source(),
            experiment.variants().stream().map(this::info).toList(),
            experiment.phases().stream().map(RunDescription::info).toList(),
            price));
  }

  /** A variant with those of its settings that not all variants share. */
  private VariantInfo info(Variant variant) {
    var own = settings(variant);
    experiment.variants().stream()
        .map(RunDescription::settings)
        .map(Map::entrySet)
        .reduce(RunDescription::shared)
        .ifPresent(own.entrySet()::removeAll);
    return new VariantInfo(variant.name(), variant.function().memory(), own);
  }

  private static Set<Map.Entry<String, String>> shared(
      Set<Map.Entry<String, String>> one, Set<Map.Entry<String, String>> other) {
    var both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Map<String, String> settings(Variant variant) {
    var function = variant.function();
    var settings = new LinkedHashMap<String, String>();
    settings.put("package", function.packageSource());
    settings.put("runtime", function.runtime());
    settings.put("handler", function.handler());
    settings.put("timeout", function.timeout().toSeconds() + " s");
    settings.putAll(function.environment());
    return settings;
  }

  private static PhaseInfo info(Phase phase) {
    return PhaseInfo.of(phase.name(), phase.protocol(), phase.load());
  }
}

package dev.thaw.experiment.run;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.Variant;
import dev.thaw.results.ConcurrencyInfo;
import dev.thaw.results.PhaseInfo;
import dev.thaw.results.Plan;
import dev.thaw.results.ProvisionedPrice;
import dev.thaw.results.RunInfo;
import dev.thaw.results.RunStatus;
import dev.thaw.results.VariantInfo;
import dev.thaw.rules.price.Item;
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
    var prices = PriceFile.bundled().prices(target.access().region(), ARCHITECTURE);
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
            prices.onDemand(),
            new ProvisionedPrice(
                prices.figure(Item.LAMBDA_PROVISIONED_CONCURRENCY).first(),
                prices.figure(Item.LAMBDA_PROVISIONED_DURATION).first())),
        Map.of());
  }

  /** A variant with those of its settings that not all variants share. */
  private VariantInfo info(Variant variant) {
    var own = settings(variant);
    experiment.variants().stream()
        .map(RunDescription::settings)
        .map(Map::entrySet)
        .reduce(RunDescription::shared)
        .ifPresent(own.entrySet()::removeAll);
    var aside = variant.function().setAside();
    return new VariantInfo(
        variant.name(),
        variant.function().memory(),
        own,
        new ConcurrencyInfo(aside.reserved(), aside.provisioned(), null));
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
    var aside = function.setAside();
    if (aside.reserved() != null) {
      settings.put("reserved concurrency", String.valueOf(aside.reserved()));
    }
    if (aside.provisioned() > 0) {
      settings.put("provisioned concurrency", String.valueOf(aside.provisioned()));
    }
    settings.putAll(function.environment());
    return settings;
  }

  private static PhaseInfo info(Phase phase) {
    return PhaseInfo.of(phase.name(), phase.protocol(), phase.load());
  }
}

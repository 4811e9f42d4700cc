package dev.thaw.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.invocation.Price;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked to do: the experiment file as it was resolved, its variants (the first is
 * what the others are compared with) and phases in order, and the price that costs are reckoned by.
 */
public record Plan(
    JsonNode experiment,
    List<VariantInfo> variants,
    List<PhaseInfo> phases,
    @Nullable Price price,
    @Nullable ProvisionedPrice provisionedPrice) {
  /** Without provisioned concurrency. */
  public Plan(
      JsonNode experiment,
      List<VariantInfo> variants,
      List<PhaseInfo> phases,
      @Nullable Price price) {
    this(experiment, variants, phases, price, null);
  }

  public Plan {
    variants = List.copyOf(variants);
    phases = List.copyOf(phases);
  }

  Plan deployed(Map<String, Duration> ready) {
    return new Plan(
        experiment,
        variants.stream()
            .map(
                variant ->
                    Optional.ofNullable(ready.get(variant.name()))
                        .map(time -> variant.readyAfter(time.toNanos() / 1e6))
                        .orElse(variant))
            .toList(),
        phases,
        price,
        provisionedPrice);
  }

  /** Which sentence shall end the report, as the experiment file spells it. */
  public Optional<String> conclusion() {
    return Optional.ofNullable(experiment.path("conclusion").textValue());
  }

  /** The phase of that name. */
  public Optional<PhaseInfo> phase(String name) {
    return phases.stream().filter(phase -> phase.name().equals(name)).findFirst();
  }
}

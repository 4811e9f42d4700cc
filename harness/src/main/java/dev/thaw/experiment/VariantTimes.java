package dev.thaw.experiment;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ServiceTimes;

/**
 * The service times that the model takes for a variant, and where they come from: a preset, by
 * default that of the variant's runtime, with the parts over it that the experiment states.
 *
 * @param source in a few words
 * @param origin who measured them, when, and what is assumed
 */
public record VariantTimes(ServiceTimes times, String source, String origin) {

  /** Those of a variant as it is. */
  public static VariantTimes of(Experiment experiment, Variant variant) {
    return of(experiment, variant, variant.function().memory());
  }

  /** Those of a variant if it had that memory. */
  public static VariantTimes of(Experiment experiment, Variant variant, Memory memory) {
    return new TimesChoice(experiment, variant, memory).choose();
  }
}

package dev.thaw.experiment;

import dev.thaw.load.ServiceTimes;

/**
 * The service times that the model takes for a variant, and where they come from: a preset, by
 * default that of the variant's runtime, with the parts over it that the experiment states.
 *
 * @param source in a few words
 * @param origin who measured them, when, and what is assumed
 */
public record VariantTimes(ServiceTimes times, String source, String origin) {}

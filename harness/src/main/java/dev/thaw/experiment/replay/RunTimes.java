package dev.thaw.experiment.replay;

import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.fit.FitFile;
import dev.thaw.experiment.fit.Quantity;
import dev.thaw.experiment.fit.VariantFit;
import dev.thaw.invocation.Memory;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.results.VariantInfo;

/** What a run's variants take: what was fitted to it, or what was asked for in its stead. */
record RunTimes(FitFile fit, ReplaySettings settings) {

  ServiceTimes of(VariantInfo variant, Memory memory) {
    if (settings.times() != null) {
      return settings.preset().times(memory, warm(variant), 0);
    }
    if (!memory.equals(variant.memory())) {
      throw new ModelInputException(
          "%s's service times were fitted at %s and say nothing of %s; leave out --memory or name a preset with --times"
              .formatted(variant.name(), variant.memory(), memory));
    }
    return new ServiceTimes(
        fitted(variant, Quantity.HIDDEN),
        fitted(variant, Quantity.INIT),
        fitted(variant, Quantity.COLD_DURATION),
        warm(variant),
        fitted(variant, Quantity.ROUND_TRIP));
  }

  private Distribution warm(VariantInfo variant) {
    var stated = settings.warm();
    return stated == null ? fitted(variant, Quantity.WARM_DURATION) : stated;
  }

  private Distribution fitted(VariantInfo variant, Quantity quantity) {
    var ofVariant = ofVariant(variant.name());
    try {
      return ofVariant.distribution(quantity);
    } catch (IllegalArgumentException e) {
      var option = quantity == Quantity.WARM_DURATION ? "--warm" : "--times";
      throw new ModelInputException("%s, or give %s".formatted(e.getMessage(), option), e);
    }
  }

  private VariantFit ofVariant(String variant) {
    try {
      return fit.variant(variant);
    } catch (IllegalArgumentException e) {
      throw new ModelInputException(String.valueOf(e.getMessage()), e);
    }
  }

  Recording.Words words() {
    var fitted = "fitted to run " + fit.run();
    return new Recording.Words(
        settings.times() == null ? fitted : ReplaySettings.origin(settings.preset()),
        settings.warm() == null ? fitted : settings.warm().toString());
  }
}

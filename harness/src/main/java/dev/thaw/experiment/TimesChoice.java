package dev.thaw.experiment;

import dev.thaw.experiment.ModelSettings.Parts;
import dev.thaw.invocation.Memory;
import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import org.jspecify.annotations.Nullable;

/** Chooses a variant's service times, or says what to write into the experiment. */
record TimesChoice(Experiment experiment, Variant variant, Memory memory) {

  VariantTimes choose() {
    var parts = variant.model().parts();
    var warm =
        WarmTime.of(experiment, variant)
            .orElseThrow(
                () ->
                    wrong(
                        "how long a warm invocation takes is not known; write model.warm, such as"
                            + " 'lognormal 20 ms 0.5', or model.cpu"));
    return new VariantTimes(stated(parts, warm.passing()), "stated in the experiment");
  }

  private ServiceTimes stated(Parts parts, Distribution warm) {
    if (parts.init() == null) {
      throw wrong("no init");
    }
    var none = new ConstantTime(0);
    return over(parts, new ServiceTimes(none, none, warm, warm, none));
  }

  private static ServiceTimes over(Parts parts, ServiceTimes base) {
    return new ServiceTimes(
        or(parts.hidden(), base.hidden()),
        or(parts.init(), base.init()),
        or(parts.cold(), base.coldDuration()),
        or(parts.warm(), base.warmDuration()),
        or(parts.roundTrip(), base.roundTrip()));
  }

  private static Distribution or(@Nullable Distribution stated, Distribution base) {
    return stated != null ? stated : base;
  }

  private ModelInputException wrong(String message) {
    return new ModelInputException("variant %s: %s".formatted(variant.name(), message));
  }
}

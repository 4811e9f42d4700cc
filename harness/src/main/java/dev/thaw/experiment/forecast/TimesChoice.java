package dev.thaw.experiment.forecast;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.ModelSettings.Parts;
import dev.thaw.experiment.Variant;
import dev.thaw.experiment.VariantTimes;
import dev.thaw.invocation.Memory;
import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimePreset;
import dev.thaw.load.ServiceTimes;
import dev.thaw.load.ShiftedTime;
import dev.thaw.load.SimulatedTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses a variant's service times, or says what to write into the experiment. */
public record TimesChoice(Experiment experiment, Variant variant, Memory memory) {
  /** From here on a function has one vCPU. */
  private static final double ONE_CPU_MB = 1769;

  private static final String DRAWN = SimulatedTimes.VARIABLE;
  private static final String STATED = "stated in the experiment";

  /** Those of a variant as it is. */
  public static VariantTimes of(Experiment experiment, Variant variant) {
    return of(experiment, variant, variant.function().memory());
  }

  /** Those of a variant if it had that memory. */
  public static VariantTimes of(Experiment experiment, Variant variant, Memory memory) {
    return new TimesChoice(experiment, variant, memory).choose();
  }

  private VariantTimes choose() {
    var fitted = variant.model().fitted();
    if (fitted != null) {
      return ofMemory(fitted);
    }
    var simulated = simulated();
    var preset = preset(simulated.isPresent());
    var warm = warm(preset.isPresent());
    var base =
        preset
            .map(one -> one.times(memory, warm.passing(), warm.cpuMs()))
            .orElseGet(() -> withoutPreset(simulated, warm));
    return new VariantTimes(
        over(variant.model().parts(), withInitOfSample(base)),
        source(preset.map(ServiceTimePreset::name).or(() -> simulated.map(it -> DRAWN))),
        origin(preset));
  }

  private VariantTimes ofMemory(VariantTimes fitted) {
    if (!memory.equals(variant.function().memory())) {
      throw wrong(
          "its service times were fitted at %s and say nothing of %s; leave out --memory or --times"
              .formatted(variant.function().memory(), memory));
    }
    return fitted;
  }

  /** What the embedded engine will draw, if the variant tells it to. */
  private Optional<SimulatedTimes> simulated() {
    try {
      return SimulatedTimes.of(variant.function().environment());
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
  }

  /** The one that is named, or that of the runtime; a simulated function has none. */
  private Optional<ServiceTimePreset> preset(boolean isSimulated) {
    var name = variant.model().times();
    if (name != null) {
      try {
        return Optional.of(ServiceTimePreset.find(name));
      } catch (IllegalArgumentException e) {
        throw wrong(String.valueOf(e.getMessage()), e);
      }
    }
    if (isSimulated) {
      return Optional.empty();
    }
    var usual = "aws-2026-" + variant.function().runtime() + "-zip";
    return ServiceTimePreset.all().stream().filter(one -> one.name().equals(usual)).findFirst();
  }

  private WarmTime warm(boolean hasPreset) {
    return WarmTime.of(experiment, variant)
        .orElseThrow(
            () ->
                wrong(
                    "how long a warm invocation takes is not known%s; write model.warm, such as 'lognormal 20 ms 0.5', or model.cpu, such as '40 ms'"
                        .formatted(hasPreset ? " (a preset has the rest)" : "")));
  }

  private ServiceTimes withoutPreset(Optional<SimulatedTimes> simulated, WarmTime warm) {
    if (variant.model().parts().init() == null && simulated.isEmpty()) {
      throw wrong(
          "there is no preset for runtime %s; write model.times with another preset, such as aws-2026-go-zip, or model.init, such as 'lognormal 200 ms 0.2'"
              .formatted(variant.function().runtime()));
    }
    Distribution none = new ConstantTime(0);
    var duration =
        ShiftedTime.of(warm.passing(), warm.cpuMs() * Math.max(1, ONE_CPU_MB / memory.megabytes()));
    var init = simulated.map(SimulatedTimes::init).orElse(none);
    return new ServiceTimes(none, init, duration, duration, none);
  }

  /** What Thaw's own sample function is told to do in its init; that has a whole vCPU. */
  private ServiceTimes withInitOfSample(ServiceTimes base) {
    if (!WarmTime.isSample(variant)) {
      return base;
    }
    double extraMs = variable("INIT_SLEEP_MS") + variable("INIT_CPU_MS");
    return new ServiceTimes(
        base.hidden(),
        ShiftedTime.of(base.init(), extraMs),
        base.coldDuration(),
        base.warmDuration(),
        base.roundTrip());
  }

  private double variable(String name) {
    var text = variant.function().environment().getOrDefault(name, "0");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong("%s '%s' is not a number of ms".formatted(name, text), e);
    }
  }

  private static ServiceTimes over(Parts parts, ServiceTimes base) {
    return new ServiceTimes(
        or(parts.hidden(), base.hidden()),
        or(parts.init(), base.init()),
        or(parts.cold(), base.coldDuration()),
        base.warmDuration(),
        or(parts.roundTrip(), base.roundTrip()));
  }

  private static Distribution or(@Nullable Distribution stated, Distribution base) {
    return stated != null ? stated : base;
  }

  private String source(Optional<String> base) {
    var stated = statedParts();
    return base.map(one -> stated.isEmpty() ? one : one + " but " + of(stated)).orElse(STATED);
  }

  private static String of(List<String> stated) {
    return String.join(", ", stated) + " " + STATED;
  }

  private static String origin(Optional<ServiceTimePreset> preset) {
    return preset
        .map(
            one ->
                "%s: %s, %s. %s"
                    .formatted(
                        one.name(),
                        one.origin().source(),
                        one.origin().date(),
                        one.origin().assumed()))
        .orElse("");
  }

  private List<String> statedParts() {
    var parts = variant.model().parts();
    var stated = new ArrayList<String>();
    add(stated, "hidden", parts.hidden());
    add(stated, "init", parts.init());
    add(stated, "cold", parts.cold());
    add(stated, "warm", parts.warm());
    add(stated, "round trip", parts.roundTrip());
    return stated;
  }

  private static void add(List<String> stated, String name, @Nullable Distribution part) {
    if (part != null) {
      stated.add(name);
    }
  }

  private ModelInputException wrong(String message, Exception cause) {
    return new ModelInputException("variant %s: %s".formatted(variant.name(), message), cause);
  }

  private ModelInputException wrong(String message) {
    return new ModelInputException("variant %s: %s".formatted(variant.name(), message));
  }
}

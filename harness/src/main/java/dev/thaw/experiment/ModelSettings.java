package dev.thaw.experiment;

import dev.thaw.load.Distribution;
import dev.thaw.model.Concurrency;
import org.jspecify.annotations.Nullable;

/**
 * What the model is told of a variant: where its service times come from, which of them are stated,
 * and its concurrency. What is left out is null.
 *
 * @param times a preset's name
 * @param cpuMs CPU time of a warm invocation on one whole vCPU, in ms
 * @param fitted times fitted to a run, which go over all others
 */
public record ModelSettings(
    @Nullable String times,
    Parts parts,
    @Nullable Double cpuMs,
    Concurrency concurrency,
    @Nullable VariantTimes fitted) {
  /** Nothing is told. */
  public static final ModelSettings NONE =
      new ModelSettings(null, Parts.NONE, null, Concurrency.ON_DEMAND, null);

  /** The parts of an invocation's time as far as the file states them. */
  public record Parts(
      @Nullable Distribution hidden,
      @Nullable Distribution init,
      @Nullable Distribution cold,
      @Nullable Distribution warm,
      @Nullable Distribution roundTrip) {
    /** None is stated. */
    public static final Parts NONE = new Parts(null, null, null, null, null);
  }

  /** With a preset instead of the parts that are stated, but for warm ones. */
  ModelSettings withPreset(String preset) {
    var warmOnly = new Parts(null, null, null, parts.warm(), null);
    return new ModelSettings(preset, warmOnly, cpuMs, concurrency, null);
  }

  ModelSettings withFitted(VariantTimes times) {
    return new ModelSettings(null, Parts.NONE, null, concurrency, times);
  }
}

package dev.thaw.experiment;

import dev.thaw.load.Distribution;
import dev.thaw.model.Concurrency;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment file tells the model of a variant: where its service times come from, which of
 * them it states itself, and its concurrency. What it leaves out is null.
 *
 * @param times a preset's name, or the path of a fit or a run
 * @param cpuMs CPU time of a warm invocation on one whole vCPU, in ms
 */
public record ModelSettings(
    @Nullable String times, Parts parts, @Nullable Double cpuMs, Concurrency concurrency) {
  /** Nothing is told. */
  public static final ModelSettings NONE =
      new ModelSettings(null, Parts.NONE, null, Concurrency.ON_DEMAND);

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

  /** With service times from elsewhere instead of those that are stated, but for warm ones. */
  ModelSettings withTimes(String other) {
    var warmOnly = new Parts(null, null, null, parts.warm(), null);
    return new ModelSettings(other, warmOnly, cpuMs, concurrency);
  }
}

package dev.thaw.experiment;

import dev.thaw.engine.PlatformSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What is to be measured: variants of a function, phases of load that each variant goes through,
 * and the payload that every invocation carries. The platform's settings are for the embedded
 * engine; AWS decides them itself.
 */
public record Experiment(
    String name,
    String question,
    List<Variant> variants,
    List<Phase> phases,
    String payload,
    PlatformSettings platform) {

  public Experiment {
    variants = List.copyOf(variants);
    phases = List.copyOf(phases);
  }

  /** The same with the model's service times from a preset. */
  public Experiment withPreset(String preset) {
    return withModel(variant -> variant.model().withPreset(preset));
  }

  /** The same with the model's service times fitted to a run, by variant. */
  public Experiment withFitted(Function<String, VariantTimes> timesOfVariant) {
    return withModel(variant -> variant.model().withFitted(timesOfVariant.apply(variant.name())));
  }

  private Experiment withModel(Function<Variant, ModelSettings> model) {
    return of(
        variants.stream()
            .map(one -> new Variant(one.name(), one.function(), model.apply(one)))
            .toList());
  }

  /** The same with those of its variants alone. */
  public Experiment of(List<Variant> some) {
    return new Experiment(name, question, some, phases, payload, platform);
  }

  /**
   * The variants in the order of that round, counted from 1: ABBA, so that drift hits all alike.
   */
  public List<Variant> inTurn(int round) {
    var turn = new ArrayList<>(variants);
    if (round % 2 == 0) {
      Collections.reverse(turn);
    }
    return turn;
  }
}

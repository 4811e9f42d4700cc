package dev.thaw.experiment.predict;

import dev.thaw.load.ServiceTimes;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.stats.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of an experiment that was not run: for each phase and variant the figures
 * that a run would report, as means of several replications with their 95 % intervals. A figure
 * that has too few samples behind it is null.
 */
public record Prediction(
    String schema,
    String experiment,
    String question,
    long seed,
    Assumptions assumptions,
    List<VariantModel> variants,
    List<OfPhase> phases) {
  /** The version of its JSON form. */
  public static final String SCHEMA = "thaw-prediction/1";

  public Prediction {
    variants = List.copyOf(variants);
    phases = List.copyOf(phases);
  }

  /** What holds for all variants. */
  public record Assumptions(
      int accountConcurrency, String keepAlive, String maxLifetime, String prices) {}

  /**
   * What the model takes a variant for.
   *
   * @param origin who measured its times, when, and what is assumed; empty where they are stated
   */
  public record VariantModel(
      String variant,
      int memoryMb,
      @Nullable Integer reserved,
      int provisioned,
      ServiceTimes times,
      String source,
      String origin) {}

  /** A phase with so many replications of it. */
  public record OfPhase(
      String phase, String protocol, String load, int replications, List<OfVariant> variants) {
    public OfPhase {
      variants = List.copyOf(variants);
    }
  }

  /**
   * One variant in one phase.
   *
   * @param throttledShare by limit, of those that threw any
   * @param usdPerMillion cost per million invocations, provisioned concurrency included
   */
  public record OfVariant(
      String variant,
      @Nullable Estimate requests,
      @Nullable Estimate coldShare,
      Map<Admission, Estimate> throttledShare,
      Quantiles all,
      Quantiles cold,
      Quantiles warm,
      Environments environments,
      @Nullable Estimate usdPerMillion,
      OverTime overTime) {
    public OfVariant {
      var inOrder = new EnumMap<Admission, Estimate>(Admission.class);
      inOrder.putAll(throttledShare);
      throttledShare = Collections.unmodifiableMap(inOrder);
    }
  }

  /** Client latency in ms. */
  public record Quantiles(
      @Nullable Estimate p50,
      @Nullable Estimate p90,
      @Nullable Estimate p99,
      @Nullable Estimate p999) {}

  /** On-demand environments: their mean over time, and the most that lived at once. */
  public record Environments(@Nullable Estimate mean, @Nullable Estimate most) {}
}

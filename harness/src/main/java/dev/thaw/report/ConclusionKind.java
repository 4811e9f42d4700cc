package dev.thaw.report;

import dev.thaw.results.Plan;
import dev.thaw.results.RunInfo;
import dev.thaw.results.Summary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of question that an experiment asks, each with the sentence that answers it. */
public enum ConclusionKind {
  /** How do variants differ, cold and warm? */
  VARIANTS((summary, info) -> Optional.of(Headline.of(summary))),
  /** What does a cold start cost its caller, and when does it happen? */
  COLD_STARTS(ColdStartsConclusion::of),
  /** How long is an environment kept that has nothing to do? */
  IDLE_EXPIRY(IdleExpiryConclusion::of),
  /** What happens at the concurrency limit? */
  CONCURRENCY_LIMIT(ConcurrencyLimitConclusion::of),
  /** What does provisioned concurrency buy and cost? */
  PROVISIONED(ProvisionedConclusion::of),
  /** How do the ways to invoke a function differ? */
  INVOCATION_MODELS(InvocationModelsConclusion::of);

  @SuppressWarnings("ImmutableEnumChecker") // method references
  private final Conclusion conclusion;

  ConclusionKind(Conclusion conclusion) {
    this.conclusion = conclusion;
  }

  /** That of a plan; where it names none variants are compared. */
  private static ConclusionKind of(Plan plan) {
    return Stream.of(values())
        .filter(kind -> kind.wire().equals(plan.conclusion().orElse("")))
        .findFirst()
        .orElse(VARIANTS);
  }

  /** The names in experiment files: cold-starts. */
  public static List<String> names() {
    return Stream.of(values()).map(ConclusionKind::wire).toList();
  }

  private String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a run has shown, in one sentence; where it shows nothing, that. */
  static String sentence(Summary summary, RunInfo info) {
    return of(info.plan()).conclusion.of(summary, info).orElseGet(() -> Headline.of(summary));
  }
}

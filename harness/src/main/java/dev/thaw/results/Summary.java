package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured: {@code summary.json}, described in harness/docs/summary-schema.md. Pure
 * function of the run folder's files: the same run always gives the same summary.
 */
public record Summary(
    String schema,
    @Nullable String conclusion,
    Run run,
    Validity validity,
    List<VariantSummary> variants,
    List<Comparison> comparisons,
    List<PhaseSummary> phases,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<PhaseFigures> figures,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Prediction> predictions) {
  /** What this version writes. */
  public static final String SCHEMA = "thaw-summary/1";

  /** Which run it is of. */
  public record Run(
      String id,
      String name,
      String question,
      RunStatus status,
      Instant startedAt,
      String target,
      long seed,
      String thawVersion) {}

  public Summary {
    variants = List.copyOf(variants);
    comparisons = List.copyOf(comparisons);
    phases = List.copyOf(phases);
    figures = List.copyOf(figures);
    predictions = List.copyOf(predictions);
  }

  /** Summarises what a run folder holds. */
  public static Summary of(RunFolder.Contents run) {
    return new Summarizer(run).summary();
  }

  /** The comparison of that variant with the first one. */
  public Optional<Comparison> comparison(String variant) {
    return comparisons.stream().filter(one -> one.variant().equals(variant)).findFirst();
  }

  /** The figures of that variant in that phase alone. */
  public Optional<PhaseFigures> figures(String phase, String variant) {
    return figures.stream()
        .filter(one -> one.phase().equals(phase) && one.variant().equals(variant))
        .findFirst();
  }

  /** The same with one sentence that says what came out. */
  public Summary concluding(String sentence) {
    return new Summary(
        schema, sentence, run, validity, variants, comparisons, phases, figures, predictions);
  }

  /** The file's text. */
  public String toJson() {
    try {
      return RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

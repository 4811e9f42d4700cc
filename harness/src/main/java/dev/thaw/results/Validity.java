package dev.thaw.results;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a run measured what it set out to measure. Any invalidating doubt makes it INVALID;
 * cautions only ask for care.
 */
public record Validity(Verdict verdict, List<Doubt> doubts, List<Doubt> cautions) {
  /** The verdict on the measurement, not on what was measured. */
  public enum Verdict {
    VALID,
    INVALID
  }

  public Validity {
    doubts = List.copyOf(doubts);
    cautions = List.copyOf(cautions);
  }

  /** Applies every check. */
  static Validity of(RunFolder.Contents run, List<PhaseSummary> phases) {
    var all =
        Stream.concat(
                new RunChecks(run).doubts(), new PhaseChecks(run.info().plan(), phases).doubts())
            .toList();
    var doubts = all.stream().filter(Doubt::isInvalidating).toList();
    return new Validity(
        doubts.isEmpty() ? Verdict.VALID : Verdict.INVALID,
        doubts,
        all.stream().filter(doubt -> !doubt.isInvalidating()).toList());
  }

  /** True when the figures may be relied on, with care where there are cautions. */
  public boolean holds() {
    return verdict == Verdict.VALID;
  }
}

package dev.thaw.results;

import dev.thaw.stats.Sample;
import dev.thaw.stats.Share;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one metric of one variant was measured from: values, or hits among trials. */
sealed interface Evidence {
  /** The values, if there are that many. */
  default Optional<Sample> values(int atLeast) {
    return Optional.empty();
  }

  /** Hits among trials, if there was a trial. */
  default Optional<Share> share() {
    return Optional.empty();
  }

  /** Between which bounds it lies, if one is known. */
  default Optional<Bounds> bounds() {
    return Optional.empty();
  }

  /** Values of any order. */
  record Values(Sample sample) implements Evidence {
    @Override
    public Optional<Sample> values(int atLeast) {
      return Optional.of(sample).filter(some -> some.size() >= atLeast);
    }
  }

  /** Hits among trials. */
  record Trials(Share hits) implements Evidence {
    @Override
    public Optional<Share> share() {
      return Optional.of(hits).filter(some -> some.n() > 0);
    }
  }

  /** What so many trials leave open: it is more than one bound, and at most the other. */
  record Bounds(@Nullable Double low, @Nullable Double high, long n) implements Evidence {
    @Override
    public Optional<Bounds> bounds() {
      return Optional.of(this).filter(it -> low != null || high != null);
    }
  }
}
